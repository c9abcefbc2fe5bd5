import os
import stat
from pathlib import Path

import pytest

from runtime.passwords import UnusableHash, is_right, keep, read


def test_a_kept_secret_is_right_and_others_are_wrong(tmp_path: Path) -> None:
    keep(tmp_path / "pin", "2468")
    stored = read(tmp_path / "pin")
    assert is_right(stored, "2468")
    assert not is_right(stored, "2469")
    assert not is_right(stored, "")


def test_the_file_holds_an_argon2id_hash_for_its_owner_only_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "pin"
    keep(file, "2468")
    keep(file, "13579")
    assert file.read_text().startswith("$argon2id$")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]
    assert is_right(read(file), "13579")


@pytest.mark.parametrize(("before", "after"), [(0o640, 0o640), (0o600, 0o600), (0o666, 0o640)])
def test_a_program_that_read_the_secret_before_reads_the_new_one_and_nobody_else(
    tmp_path: Path, before: int, after: int
) -> None:
    file = tmp_path / "pin"
    file.write_text("")
    file.chmod(before)
    if os.geteuid() == 0:
        os.chown(file, 0, 12345)
    group = file.stat().st_gid
    keep(file, "2468")
    assert (stat.S_IMODE(file.stat().st_mode), file.stat().st_gid) == (after, group)


@pytest.mark.parametrize("content", [b"", b"2468", b"\xff\xfe", b"$argon2id$broken", b"x" * 10_000])
def test_a_file_without_a_hash_is_told_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "pin").write_bytes(content)
    with pytest.raises(UnusableHash, match="pin"):
        read(tmp_path / "pin")


def test_a_missing_file_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(UnusableHash, match="nowhere"):
        read(tmp_path / "nowhere")
