"""What the screen says besides numbers, in the branch's first language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Final

from board.turns import calling_ids
from runtime.texts import Texts
from wire.state import Board
from wire.times import at_moment

WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of one branch; `notices` are the texts that staff can choose, by id."""

    texts: Texts
    time_zone: tzinfo
    notices: Mapping[str, str]
    has_letters: bool = False

    def nobody(self, board: Board | None, today: date | None) -> tuple[str, str]:
        """What stands in the middle when nobody is called: one sentence, and what a visitor can do."""
        say = self.texts
        if board is None:
            return say.text("Even wachten…"), ""
        notice = self._notice(board)
        if board.intake == "closed" and (notice or board.staffed == "no"):
            return notice or say.text("We zijn nu gesloten."), self._opens(board, today)
        return say.text("Er wordt nu niemand geroepen."), self._what_now(board)

    def aside(self, board: Board | None) -> str:
        """What stands small beside the calls; nothing where the middle says it already."""
        say = self.texts
        if board is None:
            return ""
        if board.intake == "closed":
            is_said = not calling_ids(board)
            return "" if is_said else self._notice(board) or say.text("U kunt nu geen nummer nemen.")
        fair = say.text("Soms helpen we iemand eerder. Vraag gerust waarom.")
        letters = say.text("Elke letter heeft een eigen rij.")
        return f"{letters} {fair}" if self.has_letters else fair

    def away(self, last_time: datetime | None, today: date) -> str:
        """That nobody keeps the board up to date, and how old it is; `today` is this machine's own date."""
        if last_time is None:
            return self.texts.text("Geen verbinding. Vraag hulp aan een medewerker.")
        local = last_time.astimezone(self.time_zone)
        time = f"{local:%H:%M}"
        if local.date() == today:
            return self.texts.text("Geen verbinding. Laatste stand van {time}.").format(time=time)
        day = self._day_name(local.date(), with_date=True)
        return self.texts.text("Geen verbinding. Laatste stand van {day}, {time}.").format(day=day, time=time)

    def _what_now(self, board: Board) -> str:
        say = self.texts
        if board.intake == "closed":
            return say.text("U kunt nu geen nummer nemen. Hebt u al een nummer? Dan helpen we u nog.")
        if board.coming:
            return say.text("Er komt iemand naar u toe.")
        if board.staffed == "now":
            return say.text("U kunt gaan zitten. Wij roepen uw nummer.")
        return say.text("Er is nu niemand bij de balie. Neem een nummer, dan weten we dat u er bent.")

    def _notice(self, board: Board) -> str:
        return self.notices.get(board.notice, "") if board.notice else ""

    def _opens(self, board: Board, today: date | None) -> str:
        if board.opens_at is None:
            return ""
        say = self.texts
        opens = at_moment(board.opens_at).astimezone(self.time_zone)
        time = f"{opens:%H:%M}"
        ahead = None if today is None else opens.date() - today
        if ahead == timedelta(0):
            return say.text("We zijn vandaag om {time} uur weer open.").format(time=time)
        if ahead == timedelta(days=1):
            return say.text("We zijn morgen om {time} uur weer open.").format(time=time)
        day = self._day_name(opens.date(), with_date=ahead is None or ahead >= WEEK)
        return say.text("We zijn {day} om {time} uur weer open.").format(day=day, time=time)

    def _day_name(self, day: date, *, with_date: bool) -> str:
        # Imported late: only a closed or a cut-off screen names a day, and start-up counts.
        from babel.dates import format_date

        return str(format_date(day, "EEEE d MMMM" if with_date else "EEEE", locale=self.texts.language))
