"""What became of visits."""

from dataclasses import replace

from queueing.facts import QuestionRegistered, VisitRegistered
from queueing.picture import Picture, Visit


def register_visit(picture: Picture, fact: VisitRegistered) -> None:
    """Give a visit its outcome, or another one."""
    picture.end_visit(replace(picture.visits[fact.visit_id], questions=fact.questions))


def register_question(picture: Picture, fact: QuestionRegistered) -> None:
    """Add help that was given without a ticket."""
    picture.end_visit(Visit(fact.visit_id, fact.at, None, None, fact.channel, fact.questions))
