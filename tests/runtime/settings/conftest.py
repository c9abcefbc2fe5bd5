"""Branch files written by a test, read as the programs read them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from runtime.settings.faults import Fault, SettingsFaults
from runtime.settings.load import load
from runtime.settings.model import Settings

SMALLEST = '[branch]\nid = "hengelo"\nname = "Bibliotheek Hengelo"\n'


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], Settings]:
    """Read a branch file that has this text after its smallest [branch] table, from line 4 on."""

    def read_text(text: str = "") -> Settings:
        path = tmp_path / "branch.toml"
        path.write_text(SMALLEST + text, encoding="utf-8", newline="")
        return load(path)

    return read_text


@pytest.fixture
def faults(read: Callable[[str], Settings]) -> Callable[[str], list[Fault]]:
    """The faults of such a file."""

    def faults_of(text: str) -> list[Fault]:
        with pytest.raises(SettingsFaults) as refused:
            read(text)
        return list(refused.value.faults)

    return faults_of


@pytest.fixture
def told(faults: Callable[[str], list[Fault]]) -> Callable[[str], list[tuple[str, int | None]]]:
    """Only which keys were faulty, and on which lines."""

    def keys_and_lines(text: str) -> list[tuple[str, int | None]]:
        return [(fault.key, fault.line) for fault in faults(text)]

    return keys_and_lines
