"""What the waiting room sees and hears, worked out from the messages that came in."""

from dataclasses import dataclass
from datetime import date, datetime

from board.announcing import Announcing
from board.phrases import Phrases
from board.presence import Presence
from board.recalled import Recalled
from board.sentences import Sentences
from board.turns import LONGEST_BRANCH_NAME, Turns, calling_ids, is_newer, one_line, taken_back, turns
from wire.devices import DeviceStatus
from wire.state import Board, Call
from wire.times import at_moment


@dataclass(frozen=True, slots=True)
class View:
    """One picture of the board: the turns, and the sentences around them.

    `title` and `detail` fill the middle when nobody is called; `aside` is small, beside the calls.
    """

    branch_name: str
    turns: Turns
    title: str
    detail: str
    aside: str


class Room:
    """Keeps the last board and the hub's heartbeat; `now_s` is a steady clock, `wall` this machine's own time."""

    def __init__(self, branch_name: str, sentences: Sentences, phrases: Phrases, now_s: float) -> None:
        self._branch_name = branch_name
        self._sentences = sentences
        self._phrases = phrases
        self._announcing = Announcing()
        self._recalled = Recalled()
        self._presence = Presence(now_s)
        self._board: Board | None = None

    @property
    def language(self) -> str:
        """What the screen is written in."""
        return self._phrases.language

    @property
    def calling_ids(self) -> frozenset[str]:
        """The calls that still wait for their visitor."""
        return calling_ids(self._heard(self._board)) if self._board else frozenset()

    @property
    def taken_back(self) -> tuple[Call, ...]:
        """The calls that were taken back a moment ago."""
        return taken_back(self._board, self._present(self._board)) if self._board else ()

    def heard_board(self, board: Board, *, is_live: bool) -> tuple[Call, ...]:
        """Take in a board; gives the calls to announce."""
        if not is_newer(board, self._board):
            return ()
        self._board = board
        self._recalled.heard_board(board)
        self._presence.heard_time(at_moment(board.at), is_live=is_live)
        return self._announcing.heard_board(self._heard(board), is_live=is_live)

    def heard_hub(self, status: DeviceStatus, *, is_live: bool, now_s: float) -> tuple[Call, ...]:
        """Take in the hub's status; gives the calls to announce, as a heartbeat tells the time."""
        self._presence.heard_status(status, is_live=is_live, now_s=now_s)
        if not is_live or status.state == "offline":
            return ()
        return self._announcing.heard_time(at_moment(status.at))

    def view(self, now_s: float, wall: datetime) -> View:
        """The picture of now."""
        board = self._heard(self._board) if self._board else None
        is_away = self._presence.is_away(now_s)
        title, detail = self._sentences.nobody(board, None if is_away else self._today())
        return View(
            branch_name=one_line(board.branch_name if board else self._branch_name)[:LONGEST_BRANCH_NAME],
            turns=turns(board, self._present(board), self._phrases.beside) if board else Turns(),
            title=title,
            detail=detail,
            aside=self._away(wall) if is_away else self._sentences.aside(board),
        )

    def _heard(self, board: Board) -> Board:
        return self._recalled.as_calling(board, self._present(board))

    def _present(self, board: Board) -> datetime:
        """The hub's own time, as far as it was heard."""
        return max(at_moment(board.at), self._presence.last_time or at_moment(board.at))

    def _today(self) -> date | None:
        last = self._presence.last_time
        return last.astimezone(self._sentences.time_zone).date() if last else None

    def _away(self, wall: datetime) -> str:
        today = wall.astimezone(self._sentences.time_zone).date()
        return self._sentences.away(self._presence.last_time, today)
