"""What the branch file means for who is called: its languages, its notices, its desks."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from board.phrases import Phrases
from board.sentences import Sentences
from runtime.languages import SOURCE
from runtime.settings.model import Settings
from runtime.texts import Texts
from wire.state import Call
from wire.times import at_moment


def sentences(settings: Settings) -> Sentences:
    """What the display says, in the branch's first language."""
    language = settings.branch.languages[0]
    return Sentences(
        texts=Texts(settings.branch.languages[0], "visitor"),
        time_zone=ZoneInfo(settings.branch.time_zone),
        notices={notice.id: name_in(notice.names, language, "") for notice in settings.notices},
        has_letters=sum(bool(line.letter) for line in settings.lines) > 1,
    )


def phrases(settings: Settings) -> Phrases:
    """What is said of a call, in the branch's first language and in others."""
    return Phrases(settings.branch.languages[0], {desk.id: desk.name for desk in settings.desks})


def quiet(settings: Settings) -> Callable[[Call], bool]:
    """Whether a call comes in a part of the day without voices, by the hub's own clock."""
    zone = ZoneInfo(settings.branch.time_zone)

    def is_quiet(call: Call) -> bool:
        local = at_moment(call.called_at).astimezone(zone).time()
        return any(period.opens <= local < period.closes for period in settings.calling.quiet)

    return is_quiet


def name_in(names: dict[str, str], language: str, otherwise: str) -> str:
    """The name in the language, else in Dutch, else in any."""
    return names.get(language) or names.get(SOURCE) or next(iter(names.values()), otherwise)
