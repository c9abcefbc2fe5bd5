from pathlib import Path

from beurt_command import beurt

from console import password


def test_the_staffs_password_is_kept_as_a_hash_that_only_its_owner_reads(tmp_path: Path) -> None:
    file = tmp_path / "staff.argon2"
    written = beurt("staff-password", file, told="blauwe stoelen\nblauwe stoelen\n")
    assert written.returncode == 0, written.stderr
    assert password.is_right(password.read(file), "blauwe stoelen")
    assert file.stat().st_mode & 0o777 == 0o600
    assert "blauwe" not in file.read_text()


def test_a_password_that_is_too_short_is_refused(tmp_path: Path) -> None:
    refused = beurt("staff-password", tmp_path / "staff.argon2", told="kort\nkort\n")
    assert refused.returncode == 1
    assert "8 to 200" in refused.stderr
    assert not list(tmp_path.iterdir())
