"""Which call is lit on the screen: the one that was announced last, for a while."""

from typing import Final

LIT_S: Final = 15.0
LIT_WITHOUT_SOUND_S: Final = 30.0
"""Who cannot hear the call gets longer to see it."""


class Highlight:
    """One call at a time, so that the new one is found at once; `now_s` is a steady clock."""

    def __init__(self) -> None:
        self._call_id = ""
        self._until_s = 0.0

    def light(self, call_id: str, now_s: float, *, is_heard: bool) -> None:
        """Light this call from now on."""
        self._call_id = call_id
        self._until_s = now_s + (LIT_S if is_heard else LIT_WITHOUT_SOUND_S)

    def lit(self, now_s: float) -> str:
        """The call that is lit; empty when none is."""
        return self._call_id if now_s < self._until_s else ""
