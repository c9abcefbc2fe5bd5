import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from rooms import ROOMS, ROOT

FILE_MOST, FILE_MEDIAN = 400, 100
FUNCTION_MOST, FUNCTION_MEDIAN = 60, 9


def sources(*places: str) -> list[Path]:
    found = [path for place in places for path in sorted((ROOT / place).rglob("*.py"))]
    return [path for path in found if path.name != "__init__.py" and "migrations/versions" not in path.as_posix()]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path.relative_to(ROOT)}: {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def file_lengths(*places: str) -> dict[str, int]:
    return {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in sources(*places)}


def function_lengths(*places: str) -> dict[str, int]:
    return dict(found for path in sources(*places) for found in functions(path))


def longer_than(most: int, lengths: dict[str, int]) -> dict[str, int]:
    return {name: length for name, length in lengths.items() if length > most}


def test_no_file_has_more_than_400_lines() -> None:
    assert longer_than(FILE_MOST, file_lengths(*ROOMS, "tests")) == {}


def test_no_function_has_more_than_60_lines() -> None:
    assert longer_than(FUNCTION_MOST, function_lengths(*ROOMS, "tests")) == {}


def test_half_of_the_files_have_at_most_100_lines() -> None:
    assert median(file_lengths(*ROOMS).values()) <= FILE_MEDIAN


def test_half_of_the_functions_have_at_most_nine_lines() -> None:
    assert median(function_lengths(*ROOMS).values()) <= FUNCTION_MEDIAN


def test_a_rooms_front_door_is_one_sentence() -> None:
    doors = [path for room in ROOMS for path in (ROOT / room).rglob("__init__.py")]
    crowded = [str(door.relative_to(ROOT)) for door in doors if len(ast.parse(door.read_text()).body) != 1]
    assert crowded == []
