"""What people read, in their language: gettext catalogues whose message ids are the Dutch texts themselves."""

from dataclasses import dataclass, field
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final, Literal

from runtime.languages import OURS

Domain = Literal["visitor", "staff"]

TRANSLATIONS = Path(__file__).parent.parent / "translations"

_READ_BY: Final = "# Checked by a native reader: "
UNREAD: Final = f"{_READ_BY}no"
"""A line in the head of a catalogue; "yes" in place of "no" once somebody has."""


def mark(dutch: str) -> str:
    """Mark a text in a table for the catalogues; whoever shows it translates it."""
    return dutch


@dataclass(frozen=True)
class Texts:
    """The texts of one domain in one language; what a catalogue lacks is said in Dutch."""

    language: str
    domain: Domain
    _catalogue: NullTranslations = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_catalogue", _catalogue(TRANSLATIONS, self.language, self.domain))

    def text(self, dutch: str) -> str:
        """The text in this language, its {placeholders} left in place."""
        # gettext answers an empty message id with the catalogue's own header.
        return self._catalogue.gettext(dutch) if dutch else ""

    def plural(self, one: str, many: str, n: int) -> str:
        """The text in the form that fits `n` in this language, its {placeholders} left in place."""
        return self._catalogue.ngettext(one, many, n)


def is_checked(language: str, folder: Path = TRANSLATIONS) -> bool:
    """Whether somebody whose language it is has read what visitors read; the project's own need nobody."""
    po = folder / language / "LC_MESSAGES" / "visitor.po"
    if language in OURS:
        return True
    head = po.read_text("utf-8").split("\nmsgid ", 1)[0] if po.exists() else ""
    return any(line.startswith(f"{_READ_BY}yes") for line in head.splitlines())


def compile_all(folder: Path = TRANSLATIONS) -> list[Path]:
    """Write each .po file's .mo file beside it, and return those."""
    compiled = []
    for po in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        mo = po.with_suffix(".mo")
        mo.write_bytes(_as_mo(po))
        compiled.append(mo)
    return compiled


@cache
def _catalogue(folder: Path, language: str, domain: str) -> NullTranslations:
    po = folder / language / "LC_MESSAGES" / f"{domain}.po"
    mo = po.with_suffix(".mo")
    if mo.exists() and not (po.exists() and po.stat().st_mtime > mo.stat().st_mtime):
        return GNUTranslations(BytesIO(mo.read_bytes()))
    if po.exists():
        return GNUTranslations(BytesIO(_as_mo(po)))
    return NullTranslations()


def _as_mo(po: Path) -> bytes:
    # Imported late: a compiled catalogue needs no Babel, and start-up counts.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with po.open("rb") as source:
        catalogue = read_po(source, locale=po.parent.parent.name)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


if __name__ == "__main__":
    compile_all()
