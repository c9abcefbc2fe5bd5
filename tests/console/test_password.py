from pathlib import Path

import pytest

from console.password import LONGEST, SHORTEST, is_right, read, write


@pytest.mark.parametrize("length", [SHORTEST, LONGEST])
def test_a_password_as_short_or_as_long_as_may_be_is_kept(tmp_path: Path, length: int) -> None:
    write(tmp_path / "staff", "x" * length)
    assert is_right(read(tmp_path / "staff"), "x" * length)


@pytest.mark.parametrize("password", ["", "x" * (SHORTEST - 1), "x" * (LONGEST + 1)])
def test_a_password_of_a_foolish_length_is_not_written(tmp_path: Path, password: str) -> None:
    with pytest.raises(ValueError, match="characters"):
        write(tmp_path / "staff", password)
    assert list(tmp_path.iterdir()) == []
