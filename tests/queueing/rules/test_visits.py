import pytest
from queue_driver import QueueDriver

from queueing import commands as c

HELPED = (c.Question("helped"),)


@pytest.fixture
def day() -> QueueDriver:
    """A branch with a visit going on at desk 1."""
    driver = QueueDriver()
    driver.start()
    driver.take(topic="digid")
    driver.visit()
    return driver


def test_a_visit_that_ends_without_questions_is_not_registered(day: QueueDriver) -> None:
    day.do(c.FinishVisit("1"))
    [visit] = day.branch.picture.visits.values()
    assert (visit.is_registered, visit.topic) == (False, "digid")


def test_registering_later_replaces_what_was_registered(day: QueueDriver) -> None:
    day.do(c.FinishVisit("1", HELPED))
    [visit_id] = day.branch.picture.visits
    later = (c.Question("referred", referred_to="taalhuis"), c.Question("course"))
    day.do(c.RegisterVisit(visit_id, later))
    assert day.branch.picture.visits[visit_id].questions == later


def test_the_topic_that_counts_is_the_one_that_staff_corrected(day: QueueDriver) -> None:
    day.do(c.CorrectTopic("1", "leren"), c.FinishVisit("1"))
    [visit] = day.branch.picture.visits.values()
    assert (visit.topic, visit.line) == ("leren", "ido")


def test_help_without_a_ticket_is_a_visit_too(day: QueueDriver) -> None:
    day.do(c.RegisterQuestion("phone", HELPED))
    [visit] = day.branch.picture.visits.values()
    assert (visit.channel, visit.line, visit.is_registered) == ("phone", None, True)


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (c.Question("helped", organisation="bakfiets"), "bad-request"),
        (c.Question("referred", referred_to="bakfiets"), "bad-request"),
        (c.Question("helped", topic="bakfiets"), "unknown-topic"),
    ],
)
def test_questions_name_only_what_the_branch_has(day: QueueDriver, question: c.Question, code: str) -> None:
    assert day.refused(c.FinishVisit("1", (question,))) == code
    assert day.refused(c.RegisterQuestion("desk", (question,))) == code


def test_a_visit_of_another_day_is_unknown(day: QueueDriver) -> None:
    assert day.refused(c.RegisterVisit("id-99", HELPED)) == "unknown-visit"
