"""What the waiting room shows: numbers and desks, nothing of what anybody came for."""

from datetime import timedelta

from hub.snapshots.head import View
from queueing.picture import Call as PictureCall
from wire.state import Board, Call
from wire.times import at_text

SHOWN_FOR = timedelta(seconds=60)
AT_LEAST = 5
AT_MOST = 50


def board(view: View) -> Board:
    """The board of this moment."""
    newest_first = sorted(view.branch.picture.calls.values(), key=lambda call: call.called_at, reverse=True)
    shown = [call for rank, call in enumerate(newest_first) if rank < AT_LEAST or _is_fresh(view, call)]
    first = sorted(shown, key=lambda call: call.state not in {"calling", "at-desk"})[:AT_MOST]
    calls = sorted(first, key=lambda call: call.called_at, reverse=True)
    return Board(**view.head(), **view.opening(), calls=tuple(_call(view, call) for call in calls))


def _is_fresh(view: View, call: PictureCall) -> bool:
    return call.state in {"calling", "at-desk"} or view.now.at < call.called_at + SHOWN_FOR


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
