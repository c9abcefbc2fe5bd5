import os
import stat
from pathlib import Path

import pytest

from doctor.keeping import keep


def test_a_file_is_replaced_whole_and_may_be_read_by_the_group(tmp_path: Path) -> None:
    file = tmp_path / "doctor.json"
    file.write_text("before")
    before = os.umask(0o077)
    try:
        keep(file, b"after")
    finally:
        os.umask(before)
    assert file.read_text() == "after"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_what_a_power_cut_left_half_written_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".doctor.json.part").write_text("hal")
    keep(tmp_path / "doctor.json", b"whole")
    assert (tmp_path / "doctor.json").read_text() == "whole"


def test_a_link_that_somebody_put_there_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("untouched")
    (tmp_path / ".doctor.json.part").symlink_to(victim)
    keep(tmp_path / "doctor.json", b"whole")
    assert victim.read_text() == "untouched"


def test_without_its_folder_nothing_can_be_kept(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        keep(tmp_path / "nowhere" / "doctor.json", b"")
