from pathlib import Path, PurePosixPath

import pytest

from firmware_config.box import BoxFault
from firmware_config.rendering import RenderedFile
from firmware_config.writing import changes, write

ACL = PurePosixPath("etc/mosquitto/beurt.acl")
CONFIG = PurePosixPath("boot/firmware/config.txt")


def put(root: Path, path: PurePosixPath, file: RenderedFile) -> list[str | None]:
    return [write(root, change) for change in changes(root, {path: file})]


def test_a_file_is_written_with_its_mode_and_a_second_time_nothing_is(tmp_path: Path) -> None:
    file = RenderedFile("user kiosk-1\n", 0o600)
    assert put(tmp_path, ACL, file) == [None]
    place = tmp_path / ACL
    assert place.read_text() == "user kiosk-1\n"
    assert place.stat().st_mode & 0o777 == 0o600
    assert put(tmp_path, ACL, file) == []


def test_the_root_has_its_own_books_of_users(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc/passwd").write_text("root:x:0:0::/root:/bin/sh\nmosquitto:x:117:121::/:/usr/sbin/nologin\n")
    (tmp_path / "etc/group").write_text("root:x:0:\nmosquitto:x:121:\n")
    remarks = put(tmp_path, ACL, RenderedFile("x\n", 0o600, "mosquitto", "mosquitto"))
    owner = (tmp_path / ACL).stat()
    assert (remarks == [None] and (owner.st_uid, owner.st_gid) == (117, 121)) or "only root" in str(remarks)


def test_an_owner_that_is_not_there_yet_is_told_and_leaves_the_file_shut(tmp_path: Path) -> None:
    remarks = put(tmp_path, ACL, RenderedFile("x\n", 0o600, "mosquitto", "mosquitto"))
    assert "there is no mosquitto:mosquitto yet" in str(remarks[0])
    assert (tmp_path / ACL).stat().st_mode & 0o777 == 0o600


def test_the_stock_file_of_the_card_is_kept_around_the_block(tmp_path: Path) -> None:
    (tmp_path / CONFIG).parent.mkdir(parents=True)
    (tmp_path / CONFIG).write_text("dtparam=audio=on\n")
    put(tmp_path, CONFIG, RenderedFile("disable_splash=1\n", way="block"))
    assert (tmp_path / CONFIG).read_text().startswith("dtparam=audio=on\n\n# begin")


def test_a_link_that_leads_out_of_the_root_is_refused(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    outside.mkdir()
    root.mkdir()
    (root / "etc").symlink_to(outside)
    with pytest.raises(BoxFault, match="leads out of"):
        changes(root, {ACL: RenderedFile("x")})
    assert list(outside.iterdir()) == []


def test_a_link_in_the_place_of_a_file_is_replaced_and_not_followed(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.write_text("theirs")
    root = tmp_path / "root"
    (root / ACL).parent.mkdir(parents=True)
    (root / ACL).symlink_to(theirs)
    put(root, ACL, RenderedFile("ours"))
    assert theirs.read_text() == "theirs"
    assert (root / ACL).read_text() == "ours"
    assert not (root / ACL).is_symlink()


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / ACL).mkdir(parents=True)
    with pytest.raises(BoxFault, match="cannot be read"):
        changes(tmp_path, {ACL: RenderedFile("x")})


def test_where_writing_fails_nothing_is_left_behind(tmp_path: Path) -> None:
    [change] = changes(tmp_path, {ACL: RenderedFile("\udc00")})
    with pytest.raises(UnicodeEncodeError):
        write(tmp_path, change)
    assert list((tmp_path / "etc/mosquitto").iterdir()) == []
