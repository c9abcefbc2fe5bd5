"""A number by hand, in two taps: for whoever stands at the desk without one."""

from console.panels.panel import Group, Panel
from console.situation import Situation
from runtime.texts import mark


def panel(at: Situation) -> Panel:
    """What the visitor comes for."""
    text = at.names.texts.text
    buttons = tuple(
        at.button(
            "take-ticket",
            label=choice.label,
            place=f"choice-{place}",
            **{key: value for key, value in (("topic", choice.topic), ("line", choice.line)) if value},
        )
        for place, choice in enumerate(at.names.choices_of(at.session.lines))
    )
    title = mark("Waarvoor komt de bezoeker?") if len(buttons) > 1 else mark("Nieuw nummer")
    return Panel("nieuw", text(title), (Group("", buttons),))
