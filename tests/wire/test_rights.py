import re
from pathlib import Path
from typing import get_args

import pytest

from wire.operations import OPERATIONS, RECEIVERS, Role
from wire.rights import rights
from wire.topics import Topics

PAGE = Path(__file__).parents[2] / "docs/security.md"
TOPICS = Topics("proef")
ROLES: tuple[Role, ...] = get_args(Role)
ROW = re.compile(r"^\| (\w+) \| (.*`.*) \| (.*`.*) \|$", re.MULTILINE)
ALL_BUT = re.compile(r"all of `command/` but `([^`]+)`")


def told() -> dict[str, tuple[set[str], set[str]]]:
    """The page's table: what each role publishes and receives, below the root."""
    section = PAGE.read_text().split("## Who may do what at the broker")[1].split("\n## ")[0]
    return {role: (topics(publishes), topics(receives)) for role, publishes, receives in ROW.findall(section)}


def topics(cell: str) -> set[str]:
    but = ALL_BUT.search(cell)
    found = set(re.findall(r"`([^`]+)`", ALL_BUT.sub("", cell)))
    return found | ({f"command/{name}" for name in OPERATIONS} - {but[1]} if but else set())


def found(role: Role) -> tuple[set[str], set[str]]:
    given = rights(TOPICS, "self", role, "self" if role == "hub" else "hub")
    below = f"{TOPICS.root}/"
    return {each.removeprefix(below) for each in given.publishes}, {each.removeprefix(below) for each in given.receives}


@pytest.mark.parametrize("role", ROLES)
def test_the_page_on_security_tells_the_rights_that_the_broker_is_given(role: Role) -> None:
    assert told()[role] == found(role)


def test_the_page_tells_of_no_role_that_there_is_not() -> None:
    assert set(told()) == set(ROLES)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_publishes_the_commands_that_are_its_own(role: Role) -> None:
    commands = {each for each in found(role)[0] if each.startswith("command/")}
    assert commands == {f"command/{name}" for name, operation in OPERATIONS.items() if role in operation.roles}


@pytest.mark.parametrize("kind", ["menu", "board", "floor"])
def test_a_snapshot_is_received_by_those_for_whom_it_is(kind: str) -> None:
    hearers = {role for role in ROLES if {f"state/{kind}", "state/#"} & found(role)[1]}
    assert hearers == set(RECEIVERS[kind])


def test_nobody_but_the_hub_answers_and_nobody_but_a_monitor_hears_of_the_broker() -> None:
    assert [role for role in ROLES if any("reply" in each for each in found(role)[0])] == ["hub"]
    assert [role for role in ROLES if "$SYS/broker/#" in found(role)[1]] == ["monitor"]
