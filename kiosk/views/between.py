"""What stands between the start and a number: languages, waiting, a refusal, and whether anybody is there."""

from kiosk.stages import HasNumber, NoTicket
from kiosk.view import Button, ChoiceView, Control, MessageView
from kiosk.views.refusals import TEXTS
from kiosk.views.scene import Scene
from kiosk.views.times import come_back
from runtime.languages import OWN_NAMES


def languages(scene: Scene) -> ChoiceView:
    """Every language by its own name; the one that is spoken now has a tick."""
    tiles = tuple(_language(each, is_on=each == scene.session.language) for each in scene.languages)
    return ChoiceView(scene.frame(), scene.text("Welke taal wilt u?"), tiles)


def waiting(scene: Scene) -> MessageView:
    """The hub is asked."""
    return MessageView(scene.frame(), scene.text("Even wachten…"), picture="waiting")


def refused(scene: Scene, stage: NoTicket) -> MessageView:
    """No number, and what to do now."""
    if stage.code not in TEXTS:
        ask = scene.text("Ga naar de balie.")
        return MessageView(scene.frame(), scene.text("Deze zuil werkt nu niet."), (ask,), picture="broken")
    sentences = (*come_back(scene), scene.text("Vraag hulp aan een medewerker."))
    return MessageView(scene.frame(), scene.text(TEXTS[stage.code]), sentences, picture="closed")


def still_there(scene: Scene) -> MessageView:
    """Before the screen is made ready for somebody else; a number stays readable."""
    stage = scene.session.stage
    return MessageView(
        scene.frame(),
        scene.text("Bent u er nog?"),
        (scene.text("Neem rustig de tijd."),),
        number=stage.ticket.number if isinstance(stage, HasNumber) else "",
        buttons=(Button(Control("still-here"), scene.text("Ja, ik ga door"), tone="leaf"),),
    )


def _language(language: str, *, is_on: bool) -> Button:
    return Button(Control("language", language), OWN_NAMES[language], tone="water" if is_on else "card", is_on=is_on)
