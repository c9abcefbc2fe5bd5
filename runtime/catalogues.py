"""Keeps the message catalogues in step with the sources: `python -m runtime.catalogues` adds what is new."""

from __future__ import annotations

import ast
import os
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from runtime.languages import LANGUAGES, OURS, SOURCE
from runtime.texts import TRANSLATIONS, UNREAD

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from babel.messages.catalog import Catalog

ROOT = Path(__file__).parent.parent
ROOMS: dict[str, tuple[str, ...]] = {
    "visitor": ("kiosk", "display", "board", "screenkit", "console/phrases"),
    "staff": ("console", "hub", "kiosk/service", "wire"),
}
"""Where the texts of a domain are; a folder that is named itself goes not with the one above it."""

METHODS = (("**.py", "runtime.catalogues:calls_in_python"), ("**.html", "jinja2.ext:babel_extract"))
KEYWORDS: dict[str, tuple[int, ...] | None] = {"text": None, "mark": None, "plural": (1, 2)}
ALWAYS: dict[str, tuple[str, ...]] = {
    "visitor": tuple(language for language in LANGUAGES if language != SOURCE),
    "staff": ("en",),
}
"""The languages that a domain speaks besides Dutch."""

PLURAL_FORMS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "ti": "nplurals=2; plural=(n > 1);",
    "tr": "nplurals=2; plural=(n != 1);",
}
"""In the order of CLDR's categories, which translators' tools show; Babel's own differ."""

WIDTH = 100


def template(domain: str, root: Path = ROOT) -> Catalog:
    """All texts of one domain that the sources hold, untranslated."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract_from_dir

    catalogue = Catalog(domain=domain, fuzzy=False)
    # Each text where it is first met, and no line numbers: so a catalogue that is read and written again is the same.
    for room in sorted(ROOMS[domain]):
        options = {"**.html": {"silent": "false"}}
        read_too = partial(_is_of, domain, root)
        found = sorted(extract_from_dir(root / room, METHODS, options, KEYWORDS, directory_filter=read_too), key=_place)
        for file, _line, message, comments, context in found:
            catalogue.add(message, None, [(f"{room}/{file}", 0)], auto_comments=comments, context=context)
    return catalogue


def update(folder: Path = TRANSLATIONS, root: Path = ROOT) -> list[Path]:
    """Bring each catalogue in step with the sources: what is new comes in untranslated, what is gone goes."""
    spoken = ((language, domain) for domain in ROOMS for language in ALWAYS[domain])
    files = {folder / language / "LC_MESSAGES" / f"{domain}.po" for language, domain in spoken}
    files |= {po for po in folder.glob("*/LC_MESSAGES/*.po") if po.stem in ROOMS}
    for po in sorted(files):
        _update_one(po, template(po.stem, root))
    return sorted(files)


def calls_in_python(
    file: IO[bytes], keywords: Collection[str], _comment_tags: object, **_options: object
) -> Iterator[tuple[int, str, tuple[str | None, ...], list[str]]]:
    """The calls of marked functions with their texts, as Babel wants them of an extraction method.

    Babel's own method reads tokens, and before Python 3.12 a call inside an f-string is no token of its own.
    """
    calls = [node for node in ast.walk(ast.parse(file.read())) if isinstance(node, ast.Call) and node.args]
    for call in sorted(calls, key=lambda each: (each.lineno, each.col_offset)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if name in keywords:
            yield call.lineno, name, tuple(_constant(argument) for argument in call.args), []


def read(po: Path) -> Catalog:
    """One catalogue as it is on disk; raises Babel's PoFileError where it is none."""
    from babel.messages.pofile import read_po

    with po.open("rb") as source:
        return read_po(source, locale=po.parent.parent.name, domain=po.stem, abort_invalid=True)


def _update_one(po: Path, new: Catalog) -> None:
    from babel.messages.pofile import write_po

    catalogue = read(po) if po.exists() else _empty(po)
    catalogue.update(new, no_fuzzy_matching=True, update_creation_date=False)
    po.parent.mkdir(parents=True, exist_ok=True)
    with po.open("wb") as target:
        write_po(target, catalogue, width=WIDTH, ignore_obsolete=True, sort_by_file=True, include_lineno=False)


def _empty(po: Path) -> Catalog:
    from babel.messages.catalog import Catalog

    language = po.parent.parent.name
    catalogue = Catalog(
        language,
        po.stem,
        header_comment=f"# Aan de beurt: {po.stem}" + ("" if language in OURS else f"\n{UNREAD}"),
        project="aan-de-beurt",
        version="1",
        msgid_bugs_address="CONTRIBUTING.md",
        revision_date=datetime.now(UTC),
        last_translator="Aan de beurt",
        language_team="Aan de beurt",
        fuzzy=False,
    )
    if language in PLURAL_FORMS:
        catalogue.mime_headers = [("Plural-Forms", PLURAL_FORMS[language])]
    return catalogue


def _is_of(domain: str, root: Path, folder: str | os.PathLike[str]) -> bool:
    others = {root / room for other, rooms in ROOMS.items() if other != domain for room in rooms}
    return Path(folder) not in others


def _place(found: tuple[str, int, object, object, object]) -> tuple[str, int]:
    return found[0], found[1]


def _constant(argument: ast.expr) -> str | None:
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


if __name__ == "__main__":
    update()
