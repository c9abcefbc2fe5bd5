"""Whether the kiosk gives numbers, and what it says when it does not."""

from console.panels.panel import Group, Panel
from console.situation import Situation
from runtime.texts import mark


def panel(at: Situation) -> Panel | None:
    """Stop giving numbers, with or without a notice; or begin again."""
    if at.floor is None or at.session.lines is not None:
        return None
    text = at.names.texts.text
    if at.floor.intake == "closed":
        buttons = (at.button("open-intake"),)
        return Panel("kiosk", text(mark("De zuil geeft nu geen nummers.")), (Group("", buttons),))
    plain = at.button("close-intake", label=text(mark("Zonder bericht")))
    notices = tuple(
        at.button("close-intake", label=words, place=f"notice-{notice}", notice=notice)
        for notice, words in at.names.notices
    )
    title = text(mark("Geen nummers meer geven"))
    note = text(mark("Wie al een nummer heeft, wordt nog geholpen. Wat zegt de zuil?"))
    return Panel("kiosk", title, (Group("", (*notices, plain)),), note)
