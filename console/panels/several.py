"""*Deze nummers weg*: numbers that children took, all at once."""

from console.panels.panel import Group, Panel
from console.situation import Button, Situation
from runtime.texts import mark


def panel(at: Situation) -> Panel:
    """Whoever waits, each to be marked; then one button for those that are."""
    text = at.names.texts.text
    waiting = at.floor.waiting if at.floor else ()
    marked = tuple(one for one in waiting if one.ticket_id in at.session.marked)
    each = tuple(
        Button(
            f"mark-{one.ticket_id}",
            one.number,
            f"/merk/{one.ticket_id}",
            hint=one.topic_name or "",
            is_pressed=one.ticket_id in at.session.marked,
        )
        for one in waiting
    )
    groups = [Group("", each, "" if each else text(mark("De rij is leeg.")))]
    if marked:
        label = at.names.texts.plural("{n} nummer weg", "Deze {n} nummers weg", len(marked)).format(n=len(marked))
        groups.append(Group("", (Button("away-button", label, "/weg", style="sun"),)))
    title = text(mark("Welke nummers moeten weg?"))
    return Panel("weg", title, tuple(groups), text(mark("Bijvoorbeeld van kinderen die speelden.")))
