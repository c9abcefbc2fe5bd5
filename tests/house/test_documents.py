import re
from pathlib import Path

import pytest
from beurt_command import beurt
from rooms import PYPROJECT, ROOMS, ROOT

NOT_OURS = {
    ".git",
    ".venv",
    ".uv",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    "out",
    "build",
    "dist",
}
TEXTS = {".md", ".py", ".toml", ".yml", ".html", ".css", ".js", ".po", ".mako", ".ini", ""}
LINK = re.compile(r"\]\(([^)#\s]+)")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home|Users)/\w")
DECISION_LINES = range(10, 21)


def ours() -> list[Path]:
    found = sorted(path for path in ROOT.rglob("*") if not NOT_OURS & set(path.relative_to(ROOT).parts))
    return [path for path in found if path.is_file() and path.suffix in TEXTS and "__pycache__" not in path.parts]


def pages() -> list[Path]:
    return [path for path in ours() if path.suffix == ".md"]


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text()) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_no_file_names_a_place_on_somebodys_computer() -> None:
    naming = [str(path.relative_to(ROOT)) for path in ours() if MACHINE_PATH.search(path.read_text(errors="replace"))]
    assert naming == []


def test_a_decision_fits_on_a_page() -> None:
    lengths = {path.name: len(path.read_text().splitlines()) for path in (ROOT / "docs/decisions").glob("*.md")}
    assert {name: length for name, length in lengths.items() if length not in DECISION_LINES} == {}


def test_the_readme_tells_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text()
    assert [command for command in ("scripts/demo", "scripts/test") if f"    {command}\n" not in readme] == []


def test_every_command_has_a_line_of_help() -> None:
    commands = beurt("--help").stdout.partition("Commands:\n")[2].splitlines()
    assert len(commands) > 5
    assert [line for line in commands if len(line.split()) < 3] == []


def test_the_version_stands_in_one_place() -> None:
    assert beurt("--version").stdout.strip() == PYPROJECT["project"]["version"]


def test_the_page_of_the_architecture_has_every_room_once_and_the_directions_that_are_checked() -> None:
    page = (ROOT / "docs/architecture.md").read_text()
    listed = re.findall(r"^\| `(\w+)/` \|", page, re.MULTILINE)
    assert sorted(listed) == sorted([*ROOMS, "systemd"])
    (directions,) = [each for each in PYPROJECT["tool"]["importlinter"]["contracts"] if each["type"] == "layers"]
    told = "".join(line for line in page.splitlines() if line.startswith("    ") and "  >  " in line).split(">")
    assert [" ".join(each.split()) for each in told] == ["beurt.py", *directions["layers"]]
