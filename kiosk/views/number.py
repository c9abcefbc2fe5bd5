"""The visitor's number, on paper or not."""

from typing import Final

from board.desk_names import PLAIN_DESK, desk_name
from kiosk.languages import name_of, named
from kiosk.stages import HasNumber
from kiosk.view import Button, Control, NumberView
from kiosk.views.frame import frame
from kiosk.views.scene import Scene
from kiosk.views.start import presence
from runtime.languages import SOURCE

WITHOUT_PAPER: Final = frozenset({"paper-out", "cover-open", "offline", "error", "none"})
"""States in which a printer gives no paper."""


def number(scene: Scene, has: HasNumber) -> NumberView:
    """The number, what to do with it, who is before, where to wait."""
    is_on_paper = comes_on_paper(scene, has)
    sentences = (*(() if is_on_paper else (_no_paper(scene, has),)), *_why_spare(scene, has))
    return NumberView(
        frame(scene),
        scene.text("Uw nummer"),
        has.ticket.number,
        scene.text("Neem uw bon.") if is_on_paper else scene.text("Onthoud uw nummer."),
        scene.settings.branch.ticket_slot if is_on_paper else None,
        tuple(filter(None, (*sentences, _before(scene, has), presence(scene), _where(scene, has)))),
        _fetch(scene, has),
        Button(Control("done"), scene.text("Klaar"), tone="leaf"),
        _own_language(scene, has),
    )


def comes_on_paper(scene: Scene, has: HasNumber) -> bool:
    """Whether the visitor has paper to take, as far as is known."""
    if has.paper is not None:
        return has.paper != "failed"
    return scene.printer.state not in WITHOUT_PAPER


def _no_paper(scene: Scene, has: HasNumber) -> str:
    is_out = has.cause == "paper-out" or scene.printer.state == "paper-out"
    return scene.text("Het papier is op.") if is_out else scene.text("Er komt geen bon.")


def _why_spare(scene: Scene, has: HasNumber) -> tuple[str, ...]:
    if has.spare_of is None:
        return ()
    letter = has.ticket.number[:1]
    why = scene.text("Er is een kleine storing. Daarom begint uw nummer met een {letter}.").format(letter=letter)
    turn = scene.text("U komt gewoon aan de beurt.")
    return (f"{why} {turn}",)


def _before(scene: Scene, has: HasNumber) -> str:
    if has.spare_of is not None and not has.ticket.ticket_id:
        return ""
    people = has.ticket.people_before
    if people == 0:
        return scene.text("U bent hierna aan de beurt.")
    return scene.plural("Er is nog {n} persoon voor u.", "Er zijn nog {n} mensen voor u.", people).format(n=people)


def _where(scene: Scene, has: HasNumber) -> str:
    desk = "" if has.ticket.fetch_me else _desk(scene, has.walk_to)
    if desk:
        return scene.text("Loop maar naar {desk}.").format(desk=desk)
    sit = (
        scene.text("Ga zitten {place}.").format(place=scene.place) if scene.place else scene.text("U kunt gaan zitten.")
    )
    called = scene.text("Wij komen u halen.") if has.ticket.fetch_me else scene.text("Wij roepen uw nummer.")
    return f"{sit}\n{called}"


def _desk(scene: Scene, desk: str) -> str:
    names = next((one.name for one in scene.settings.desks if one.id == desk), {})
    first, language = scene.offer.languages[0], scene.session.language
    name = desk_name(named(names, first), names, language, first)
    return name[:1].lower() + name[1:] if language == SOURCE and PLAIN_DESK.fullmatch(name) else name


def _fetch(scene: Scene, has: HasNumber) -> Button:
    control = Control("fetch-me")
    if has.ticket.fetch_me:
        return Button(control, scene.text("Wij halen u op"), picture="fetch", tone="water", is_on=True)
    return Button(control, scene.text("Kom mij halen"), picture="fetch")


def _own_language(scene: Scene, has: HasNumber) -> Button | None:
    language = has.ticket.language
    if not scene.settings.calling.own_language or language in ("", *scene.offer.languages[:1]):
        return None
    text = scene.text("Ook in het {language} roepen?").format(language=name_of(language, scene.session.language))
    return Button(Control("own-language"), text, tone="water" if has.own_language else "card", is_on=has.own_language)
