"""The ids under which presses count once: one for each button in each situation, until it worked."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final
from uuid import uuid4

REPEAT_S: Final = 30
"""So long after the first press a second one is a repeat; later it is meant anew."""

KEPT: Final = 400
"""Buttons remembered for one session."""


@dataclass(slots=True)
class _Id:
    request_id: str = field(default_factory=lambda: str(uuid4()))
    pressed_s: float | None = None


@dataclass(slots=True)
class Presses:
    """The request ids of one session's buttons; a key tells the button and the situation it stands in."""

    _ids: OrderedDict[str, _Id] = field(default_factory=OrderedDict)

    def id_for(self, key: str, now_s: float) -> str:
        """The id that the button carries now."""
        one = self._ids.get(key)
        if one is None or (one.pressed_s is not None and now_s - one.pressed_s > REPEAT_S):
            one = self._ids[key] = _Id()
        self._ids.move_to_end(key)
        while len(self._ids) > KEPT:
            self._ids.popitem(last=False)
        return one.request_id

    def pressed(self, request_id: str, now_s: float) -> None:
        """Remember when the button with this id was pressed first."""
        for one in self._ids.values():
            if one.request_id == request_id and one.pressed_s is None:
                one.pressed_s = now_s

    def worked(self, request_id: str) -> None:
        """Give the button that carried this id a new one."""
        for key in [key for key, one in self._ids.items() if one.request_id == request_id]:
            del self._ids[key]
