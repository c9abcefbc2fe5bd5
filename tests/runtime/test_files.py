import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from runtime.files import FOR_GROUP, OWNER_ONLY, note, put, settle, state_folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state.json"


@pytest.fixture
def strict_umask() -> Iterator[None]:
    """As the unit of a service sets it."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def test_a_file_is_replaced_and_nothing_lies_beside_it(file: Path) -> None:
    put(file, b"one")
    put(file, b"two")
    note(file, b"three")
    assert file.read_bytes() == b"three"
    assert list(file.parent.iterdir()) == [file]


def test_what_an_earlier_run_left_half_done_is_in_nobodys_way(file: Path) -> None:
    (file.parent / ".state.json.part").write_bytes(b"hal")
    put(file, b"whole")
    assert file.read_bytes() == b"whole"


@pytest.mark.usefixtures("strict_umask")
@pytest.mark.parametrize("mode", [OWNER_ONLY, FOR_GROUP])
def test_a_file_has_the_mode_that_was_asked_whatever_the_service_takes_away(file: Path, mode: int) -> None:
    put(file, b"", mode)
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_file_that_cannot_be_written_leaves_the_one_that_was_there(file: Path) -> None:
    put(file, b"one")
    (file.parent / ".state.json.part").mkdir()
    for write in (put, note):
        with pytest.raises(OSError, match="part"):
            write(file, b"two")
    assert file.read_bytes() == b"one"


def test_a_file_that_was_written_gets_its_name(file: Path) -> None:
    part = file.with_name("part")
    part.write_bytes(b"copied")
    settle(part, file)
    assert file.read_bytes() == b"copied"
    assert not part.exists()


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"STATE_DIRECTORY": "/var/lib/beurt-kiosk:/elsewhere", "XDG_STATE_HOME": "/x"}, "/var/lib/beurt-kiosk"),
        ({"XDG_STATE_HOME": "/x"}, "/x/aan-de-beurt"),
        ({"HOME": "/h"}, "/h/.local/state/aan-de-beurt"),
    ],
)
def test_a_programs_state_is_where_systemd_says_else_the_users(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], folder: str
) -> None:
    for name in ("STATE_DIRECTORY", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert state_folder() == Path(folder)
