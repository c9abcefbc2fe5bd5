import os
from pathlib import Path

from firmware_config.first_boot import wiping


def test_a_secret_is_written_over_before_it_goes(tmp_path: Path) -> None:
    secret = tmp_path / "key"
    secret.write_bytes(b"secret")
    other = tmp_path / "same-cells"
    os.link(secret, other)
    assert wiping.wipe([secret]) == 1
    assert not secret.exists()
    assert len(other.read_bytes()) == 6
    assert other.read_bytes() != b"secret"


def test_a_file_that_has_to_stay_is_left_with_a_remark(tmp_path: Path) -> None:
    (tmp_path / "user-data").write_text("secret")
    wiping.blank(tmp_path / "user-data")
    wiping.blank(tmp_path / "not-there")
    assert (tmp_path / "user-data").read_text() == wiping.GONE
    assert not (tmp_path / "not-there").exists()
