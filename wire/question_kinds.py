"""The kind of a question, as the national registration tells them apart; it follows from the topic."""

from typing import Final, Literal

from runtime.settings.model import Settings, Topic
from runtime.texts import mark

QuestionKind = Literal["government", "library", "other"]

KIND_NAMES: Final[dict[str, str]] = {
    "government": mark("Digitale overheid"),
    "library": mark("Bibliotheek"),
    "other": mark("Iets anders"),
}
"""In the order of the national registration."""

_KINDS: Final[dict[str, QuestionKind]] = {
    "digid": "government",
    "brief": "government",
    "geld": "government",
    "wonen": "government",
    "zorg": "government",
    "reizen": "government",
    "telefoon": "other",
    "leren": "library",
}
"""By the id of a topic of the common set, or by the name of the picture that a branch's own topic borrows from it."""


def kinds(settings: Settings) -> dict[str, QuestionKind]:
    """The kind of every topic of a branch; of a topic below another it is the upper one's."""
    return {topic.id: kind for top in settings.topics for topic, kind in _with_lower(top)}


def _with_lower(top: Topic) -> list[tuple[Topic, QuestionKind]]:
    kind = _KINDS.get(top.id) or _KINDS.get(top.picture, "other")
    return [(topic, kind) for topic in (top, *top.topics)]
