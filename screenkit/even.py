"""Where the lines of a paragraph are best broken: between sentences if that can be, else so that lines are as long."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

ENDS_SENTENCE: Final = (".", "!", "?", "\N{ARABIC QUESTION MARK}", "\N{ETHIOPIC FULL STOP}")
ENDS_PHRASE: Final = (",", ";", ":", "\N{ARABIC COMMA}", "\N{ETHIOPIC COMMA}")
CLOSES: Final = ')]"\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}'

SENTENCE: Final = 0.35
PHRASE: Final = 0.06
"""What a break there is worth, beside lines as long: the sum of the squares of their widths, as shares of the room."""

Lines = list[tuple[int, int]]
"""Of each line its first word, and the one after its last."""


def evenly(
    words: Sequence[str], lines: Sequence[str], width_px: float, width_of: Callable[[str], float]
) -> Sequence[str]:
    """The words in as many lines as there are already, all within the width; those lines where there are no better."""
    if not 1 < len(lines) < len(words):
        return lines
    found = _best(_Row(words, width_px, width_of), len(lines))
    better = [" ".join(words[start:end]) for start, end in found]
    return better if better and all(width_of(line) <= width_px for line in better) else lines


class _Row:
    """The words beside each other, as shares of the room."""

    def __init__(self, words: Sequence[str], width_px: float, width_of: Callable[[str], float]) -> None:
        self.words = words
        # What a word and the space after it take.
        steps = [width_of(f"{one} {two}") - width_of(two) for one, two in pairwise(words)]
        self._starts = [0.0]
        for step in steps:
            self._starts.append(self._starts[-1] + step / width_px)
        self._widths = [width_of(word) / width_px for word in words]

    def width(self, start: int, end: int) -> float:
        """Of these words on one line."""
        return self._starts[end - 1] - self._starts[start] + self._widths[end - 1]

    def worth(self, end: int) -> float:
        """What it is worth to go to a new line before this word."""
        word = self.words[end - 1].rstrip(CLOSES) if end < len(self.words) else ""
        return SENTENCE if word.endswith(ENDS_SENTENCE) else PHRASE if word.endswith(ENDS_PHRASE) else 0.0


def _best(row: _Row, count: int) -> Lines:
    """The words in `count` lines at the least cost; none where they do not fit."""
    cheapest: dict[int, tuple[float, Lines]] = {0: (0.0, [])}
    for _ in range(count):
        longer: dict[int, tuple[float, Lines]] = {}
        for start, (cost, lines) in cheapest.items():
            for end in range(start + 1, len(row.words) + 1):
                width = row.width(start, end)
                if width > 1.0:
                    break
                total = cost + width * width - row.worth(end)
                if end not in longer or total < longer[end][0]:
                    longer[end] = (total, [*lines, (start, end)])
        cheapest = longer
    return cheapest.get(len(row.words), (0.0, []))[1]
