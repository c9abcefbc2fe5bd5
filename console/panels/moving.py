"""Whoever is at the desk belongs elsewhere, or came for something else."""

from console.panels.panel import Group, Panel
from console.situation import Button, Situation
from runtime.texts import mark


def lines_elsewhere(at: Situation) -> tuple[str, ...]:
    """The lines that the desk's ticket can move to."""
    ticket = at.desk.ticket if at.desk else None
    return tuple(line for line in at.names.lines if ticket and line != ticket.line)


def to_another_line(at: Situation) -> Panel | None:
    """To which line; the number and its place by arrival stay."""
    lines = lines_elsewhere(at)
    if not lines or at.desk is None or at.desk.ticket is None:
        return None
    text = at.names.texts.text
    buttons = tuple(
        at.button("transfer-ticket", label=at.names.line(line), place=f"line-{line}", line=line) for line in lines
    )
    title = text(mark("Naar welke rij gaat {number}?")).format(number=at.desk.ticket.number)
    note = text(mark("Het nummer blijft. De plaats in de rij ook."))
    return Panel("rij", title, (Group("", buttons),), note)


def to_another_topic(at: Situation) -> Panel | None:
    """What it is about after all; both levels, as on the kiosk."""
    if at.desk is None or at.desk.ticket is None:
        return None
    trees = tuple(
        (_topic(at, top), *(_topic(at, second, "second") for second in below)) for top, below in at.names.topics
    )
    has_second = any(len(tree) > 1 for tree in trees)
    groups = tuple(Group("", tree) for tree in trees) if has_second else (Group("", sum(trees, ())),)
    title = at.names.texts.text(mark("Waar gaat het over?"))
    return Panel("onderwerp", title, groups, template="topics")


def _topic(at: Situation, topic: str, style: str = "") -> Button:
    return at.button("correct-topic", label=at.names.topic(topic), place=f"topic-{topic}", style=style, topic=topic)
