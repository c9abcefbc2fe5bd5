"""The branch file and the organisation's file beside it: what they say together, and which of them says what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from runtime.settings.faults import At
from runtime.settings.positions import find_lines, line_of

ORGANISATION = "organisation.toml"
"""Beside the branch file: what holds for all branches of an organisation."""

OWN: tuple[At, ...] = (("branch", "id"), ("branch", "name"))
"""What no two branches may share."""

Tables = dict[str, object]


@dataclass(frozen=True)
class File:
    """One file: its text, and what it says."""

    path: Path
    text: str
    tables: Tables

    @cached_property
    def lines(self) -> dict[At, int]:
        """Where each key stands."""
        return find_lines(self.text)


class Sources:
    """Two files as one; without an organisation's file it is the branch's alone."""

    def __init__(self, branch: File, organisation: File | None) -> None:
        self._branch = branch
        self._organisation = organisation or branch
        self._from_organisation: set[At] = set()
        shared = organisation.tables if organisation else {}
        self.tables = merged(branch.tables, shared, self._from_organisation)
        """What both say: a table of both is merged key by key; of anything else, lists too, the branch's goes first."""

    def place(self, at: At) -> tuple[Path, int | None]:
        """The file and line where a value stands, or the table around one that is missing."""
        file = self._organisation if self.is_from_organisation(at) else self._branch
        return file.path, line_of(at, file.lines)

    def is_from_organisation(self, at: At) -> bool:
        """Whether the organisation's file says this."""
        return any(at[:depth] in self._from_organisation for depth in range(1, len(at) + 1))

    def is_given(self, at: At) -> bool:
        """Whether one of the files says this."""
        try:
            self.value(at)
        except (KeyError, IndexError, TypeError):
            return False
        return True

    def value(self, at: At) -> object:
        """What the files say there; raises KeyError, IndexError or TypeError where they say nothing."""
        inner: object = self.tables
        for part in at:
            inner = inner[part]  # type: ignore[index]
        return inner

    def misplaced(self) -> Iterator[At]:
        """What the organisation's file says and may not."""
        return (at for at in OWN if self.is_from_organisation(at) and self.is_given(at))


def merged(
    branch: Mapping[str, object], organisation: Mapping[str, object], taken: set[At] | None = None, at: At = ()
) -> Tables:
    """The branch's tables with the organisation's under them; notes in `taken` what comes from the organisation."""
    result: Tables = dict(branch)
    for key, shared in organisation.items():
        here = (*at, key)
        own = branch.get(key)
        if key not in branch:
            result[key] = shared
            if taken is not None:
                taken.add(here)
        elif isinstance(own, Mapping) and isinstance(shared, Mapping):
            result[key] = merged(own, shared, taken, here)
    return result
