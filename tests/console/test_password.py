import stat
from pathlib import Path

import pytest

from console.password import LONGEST, SHORTEST, UnusableHash, is_right, read, write


def test_a_written_password_is_right_and_others_are_wrong(tmp_path: Path) -> None:
    write(tmp_path / "staff", "drie woorden hier")
    stored = read(tmp_path / "staff")
    assert is_right(stored, "drie woorden hier")
    assert not is_right(stored, "drie woorden daar")
    assert not is_right(stored, "")


def test_the_file_holds_an_argon2id_hash_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "staff"
    write(file, "drie woorden hier")
    assert file.read_text().startswith("$argon2id$")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_new_password_replaces_the_old_one(tmp_path: Path) -> None:
    write(tmp_path / "staff", "eerst dit woord")
    write(tmp_path / "staff", "later dat woord")
    assert is_right(read(tmp_path / "staff"), "later dat woord")
    assert list(tmp_path.iterdir()) == [tmp_path / "staff"]


@pytest.mark.parametrize("password", ["", "x" * (SHORTEST - 1), "x" * (LONGEST + 1)])
def test_a_password_of_a_foolish_length_is_not_written(tmp_path: Path, password: str) -> None:
    with pytest.raises(ValueError, match="characters"):
        write(tmp_path / "staff", password)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"welkom", b"\xff\xfe", b"$argon2id$broken", b"x" * 10_000])
def test_a_file_without_a_hash_is_told_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "staff").write_bytes(content)
    with pytest.raises(UnusableHash, match="staff"):
        read(tmp_path / "staff")


def test_a_missing_file_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(UnusableHash, match="nowhere"):
        read(tmp_path / "nowhere")
