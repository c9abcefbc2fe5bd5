"""Reading a branch file: syntax, values and sense, with every fault reported at once."""

import re
import tomllib
from pathlib import Path

from msgspec.structs import replace

from runtime.settings.completing import complete
from runtime.settings.faults import MOST_FAULTS, At, Fault, SettingsFaults, key_text
from runtime.settings.model import Settings
from runtime.settings.reading import Reader
from runtime.settings.sense import identity, language, places, queue
from runtime.settings.sense.draft import Draft
from runtime.settings.sources import ORGANISATION, File, Sources

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
    """The settings of one branch, every default filled in; raises SettingsFaults with all that is wrong.

    What the branch file leaves out comes from the organisation's file beside it, where there is one.
    """
    sources = read_sources(path)
    found: dict[At, tuple[object, str]] = {}

    def report(at: At, value: object, expected: str) -> None:
        if len(found) < MOST_FAULTS:
            found.setdefault(at, (value, expected))

    reader = Reader(report, path.parent)
    settings = reader.table(sources.tables, Settings, ())
    draft = Draft(settings, reader.given, report)
    for check in CHECKS:
        check(draft)
    for at in sources.misplaced():
        report(at, sources.value(at), "it in the branch's own file only")
    if found:
        raise SettingsFaults(path, _placed(found, sources, path))
    return replace(complete(settings, reader.given), path=path)


def read_sources(path: Path) -> Sources:
    """What the branch file and the organisation's file beside it say; raises SettingsFaults where one is no TOML."""
    organisation = path.with_name(ORGANISATION)
    return Sources(_read(path), _read(organisation) if organisation.exists() else None)


def _read(path: Path) -> File:
    text = _text(path)
    return File(path, text, _tables(text, path))


def _placed(found: dict[At, tuple[object, str]], sources: Sources, path: Path) -> tuple[Fault, ...]:
    faults = []
    for at, (value, expected) in found.items():
        file, line = sources.place(at)
        faults.append(Fault(key_text(at), value, line, expected, None if file == path else file))
    return tuple(sorted(faults, key=lambda fault: (fault.path is not None, fault.line or 0)))


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
