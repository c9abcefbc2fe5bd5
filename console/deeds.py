"""What each desk did last, in words: the floor tells until when it can be undone, not what it was."""

from dataclasses import dataclass

from wire.state import DeskState


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be undone; the floor shows it from `revision` on, with the desk in `state`."""

    text: str
    revision: int
    state: DeskState
    number: str = ""
    """Of the ticket that it was about."""


class Deeds:
    """The last deed of each desk, as far as it was done on this console."""

    def __init__(self) -> None:
        self._last: dict[str, Deed] = {}

    def did(self, desk: str, deed: Deed) -> None:
        """Remember it."""
        self._last[desk] = deed

    def number(self, desk: str, revision: int) -> str | None:
        """Whom the desk has by its last deed, where the floor of this revision does not tell yet."""
        deed = self._last.get(desk)
        return deed.number if deed and deed.revision > revision else None

    def undid(self, desk: str) -> None:
        """Forget the last one."""
        self._last.pop(desk, None)

    def text(self, desk: str, state: DeskState, revision: int) -> str | None:
        """What undoing would take back, if the desk still stands where that deed left it."""
        deed = self._last.get(desk)
        if deed is None or deed.state != state or revision < deed.revision:
            return None
        return deed.text
