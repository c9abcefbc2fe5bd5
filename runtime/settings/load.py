"""Reading a branch file: syntax, values and sense, with every fault reported at once."""

import re
import tomllib
from pathlib import Path

from msgspec.structs import replace

from runtime.settings.completing import complete
from runtime.settings.faults import MOST_FAULTS, At, Fault, SettingsFaults, key_text
from runtime.settings.model import Settings
from runtime.settings.positions import find_lines, line_of
from runtime.settings.reading import Reader
from runtime.settings.sense import identity, language, places, queue
from runtime.settings.sense.draft import Draft

__all__ = ["SettingsFaults", "load"]

MOST_BYTES = 256 * 1024
MOST_DOTS_IN_A_ROW = 100

CHECKS = (
    identity.check_ids,
    identity.check_repeats,
    language.check_languages,
    language.check_names,
    language.check_time_zone,
    queue.check_letters,
    queue.check_lines_exist,
    queue.check_topics,
    queue.check_desks,
    queue.check_hours,
    places.check_printers,
    places.check_broker,
    places.check_console,
    places.check_network,
)


def load(path: Path) -> Settings:
    """The settings of one branch, every default filled in; raises SettingsFaults with all that is wrong."""
    text = _text(path)
    found: dict[At, tuple[object, str]] = {}

    def report(at: At, value: object, expected: str) -> None:
        if len(found) < MOST_FAULTS:
            found.setdefault(at, (value, expected))

    reader = Reader(report, path.parent)
    settings = reader.table(_tables(text, path), Settings, ())
    draft = Draft(settings, reader.given, report)
    for check in CHECKS:
        check(draft)
    if found:
        raise SettingsFaults(path, _placed(found, text))
    return replace(complete(settings, reader.given), path=path)


def _placed(found: dict[At, tuple[object, str]], text: str) -> tuple[Fault, ...]:
    lines = find_lines(text)
    faults = (Fault(key_text(at), value, line_of(at, lines), expected) for at, (value, expected) in found.items())
    return tuple(sorted(faults, key=lambda fault: fault.line or 0))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise SettingsFaults(path, (Fault("", error.strerror, None, "a file that can be read"),)) from error
    if len(content) > MOST_BYTES:
        fault = Fault("", f"over {MOST_BYTES // 1024} KiB", None, f"a file of at most {MOST_BYTES // 1024} KiB")
        raise SettingsFaults(path, (fault,))
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SettingsFaults(path, (Fault("", f"byte {error.start}", line, "text in UTF-8"),)) from error


def _tables(text: str, path: Path) -> dict[str, object]:
    for number, row in enumerate(text.split("\n"), start=1):
        # The memory of tomllib grows with the square of the parts of a dotted key.
        if row.count(".") > MOST_DOTS_IN_A_ROW and not row.lstrip().startswith("#"):
            fault = Fault("", f"{row.count('.')} dots", number, f"at most {MOST_DOTS_IN_A_ROW} dots in one row")
            raise SettingsFaults(path, (fault,))
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise SettingsFaults(path, (_syntax_fault(text, error),)) from error


def _syntax_fault(text: str, error: Exception) -> Fault:
    place = re.search(r"\(at line (\d+), column \d+\)", str(error))
    last = text.rstrip().count("\n") + 1
    line = int(place[1]) if place else last
    rows = text.split("\n")
    row = rows[line - 1].strip() if line <= len(rows) else ""
    return Fault("", row, line, f"valid TOML: {error}")
