from pathlib import Path

from rooms import ROOT

# These look at several rooms at once, or at none.
BETWEEN_THE_ROOMS = {"accessibility", "broker", "device", "house", "power", "systemd", "tour"}

# These look at one room as a whole, from outside.
WHOLE_ROOM: dict[str, str] = {
    "console/attacks/test_bodies.py": "the page under attack",
    "console/attacks/test_fixation.py": "the page under attack",
    "console/attacks/test_forging.py": "the page under attack",
    "console/attacks/test_guessing.py": "the page under attack",
    "console/attacks/test_redirects.py": "the page under attack",
    "console/attacks/test_scripts.py": "the page under attack",
    "console/test_morning.py": "a morning at the desks",
}


def mirrored() -> list[Path]:
    found = sorted(path.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py"))
    return [path for path in found if path.parts[0] not in BETWEEN_THE_ROOMS]


def source_of(test: Path) -> list[Path]:
    noun = test.stem.removeprefix("test_")
    place = ROOT / test.parent
    return [path for path in (place / f"{noun}.py", place / noun / "__init__.py") if path.exists()]


def test_each_test_file_is_named_after_the_source_that_it_tests() -> None:
    lost = [str(test) for test in mirrored() if not source_of(test) and str(test) not in WHOLE_ROOM]
    assert lost == []


def test_the_tests_are_no_package() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []
