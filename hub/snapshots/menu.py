"""What kiosks show."""

from hub.snapshots.head import View
from queueing.intake import is_line_open
from runtime.settings.model import Topic
from wire.state import Menu, MenuTopic


def menu(view: View) -> Menu:
    """The menu of this moment."""
    return Menu(
        **view.head(),
        **view.opening(),
        mode=view.settings.branch.mode,
        waiting=len(view.branch.picture.waiting),
        alert=view.is_somebody_alone,
        languages=view.settings.branch.languages,
        topics=tuple(_topic(view, topic) for topic in view.settings.topics),
    )


def _topic(view: View, topic: Topic) -> MenuTopic:
    line = view.branch.plan.line_of[topic.line]
    periods = line.hours.periods_today(view.now.at) if line.hours else ()
    return MenuTopic(
        id=topic.id,
        line=topic.line,
        picture=topic.picture or None,
        names=dict(topic.names),
        open=is_line_open(line, view.now),
        hours=", ".join(f"{period.opens:%H:%M}–{period.closes:%H:%M}" for period in periods) or None,  # noqa: RUF001
        topics=tuple(_topic(view, below) for below in topic.topics),
    )
