"""What the waiting room shows: numbers and desks, nothing of what anybody came for."""

from datetime import timedelta
from itertools import islice

from hub.snapshots.head import View
from queueing.picture import Call as PictureCall
from wire.state import Board, Call
from wire.times import at_text

SHOWN_FOR = timedelta(seconds=60)
AT_LEAST = 5
AT_MOST = 50


class Boards:
    """Makes boards; a call that has not changed is not made again."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[PictureCall, Call]] = {}

    def board(self, view: View) -> Board:
        """The board of this moment."""
        calls = _shown(view)
        self._made = {call.id: (call, self._call(view, call)) for call in calls}
        return Board(**view.head(), **view.opening(), calls=tuple(self._made[call.id][1] for call in calls))

    def _call(self, view: View, call: PictureCall) -> Call:
        before, made = self._made.get(call.id, (None, None))
        return made if made and before is call else _call(view, call)


def _shown(view: View) -> list[PictureCall]:
    """The calls to show, newest first; looks no further back than it must."""
    calls = view.branch.picture.calls
    recent = _recent(view)
    active = [desk.call_id for desk in view.branch.picture.desks.values() if desk.call_id]
    kept = set(islice(dict.fromkeys((*active, *recent)), AT_MOST))
    older = sorted(set(active).difference(recent), key=lambda call_id: calls[call_id].called_at, reverse=True)
    return [calls[call_id] for call_id in (*recent, *older) if call_id in kept]


def _recent(view: View) -> list[str]:
    recent: list[str] = []
    for call in islice(reversed(view.branch.picture.calls.values()), AT_MOST):
        if len(recent) >= AT_LEAST and view.now.at >= call.called_at + SHOWN_FOR:
            break
        recent.append(call.id)
    return recent


def _call(view: View, call: PictureCall) -> Call:
    first = view.settings.branch.languages[0]
    is_own_heard = call.state == "calling" and view.settings.calling.own_language and call.own_language != first
    own = (call.own_language,) if call.own_language and is_own_heard else ()
    return Call(
        call_id=call.id,
        number=call.number,
        desk=call.desk,
        desk_name=desk_name(view, call.desk),
        called_at=at_text(call.called_at),
        times_called=call.times_called,
        state=call.state,
        languages=(first, *own),
    )


def desk_name(view: View, desk_id: str) -> str:
    """A desk's name for visitors."""
    names = next((desk.name for desk in view.settings.desks if desk.id == desk_id), {})
    return view.first_language(names, desk_id)
