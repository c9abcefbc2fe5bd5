"""Ending and registering visits."""

from collections.abc import Iterable

from queueing.case import Case
from queueing.commands import FinishVisit, Question, RegisterQuestion, RegisterVisit
from queueing.facts import Fact, QuestionRegistered, VisitFinished, VisitRegistered
from queueing.refusals import Refused

Facts = tuple[Fact, ...]


def finish_visit(case: Case, command: FinishVisit) -> Facts:
    """End the desk's visit, registered or not; whom it calls was helped without a start."""
    _need_known_ids(case, command.questions)
    desk = case.desk(command.desk)
    _need_topics(case, command.questions)
    case.need_open_day()
    return (VisitFinished(case.at, desk.id, case.held_ticket(desk).id, case.new_id(), command.questions),)


def register_visit(case: Case, command: RegisterVisit) -> Facts:
    """Give a visit of today its outcome, or another one."""
    _need_known_ids(case, command.questions)
    if command.visit_id not in case.picture.visits:
        raise Refused("unknown-visit")
    _need_topics(case, command.questions)
    case.need_open_day()
    return (VisitRegistered(case.at, command.visit_id, command.questions),)


def register_question(case: Case, command: RegisterQuestion) -> Facts:
    """Write down help that was given without a ticket."""
    _need_known_ids(case, command.questions)
    _need_topics(case, command.questions)
    case.need_open_day()
    return (QuestionRegistered(case.at, case.new_id(), command.channel, command.questions),)


def _need_known_ids(case: Case, questions: Iterable[Question]) -> None:
    for question in questions:
        case.need_known(question.organisation, case.plan.organisations)
        case.need_known(question.referred_to, case.plan.partners)


def _need_topics(case: Case, questions: Iterable[Question]) -> None:
    for question in questions:
        case.need_topic(question.topic)
