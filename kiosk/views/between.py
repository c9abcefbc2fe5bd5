"""What stands between the start and a number: languages, waiting, a refusal, and whether anybody is there."""

from typing import Final

from kiosk.stages import NoTicket, number_of
from kiosk.view import Button, ChoiceView, Control, MessageView
from kiosk.views.frame import frame
from kiosk.views.refusals import TEXTS
from kiosk.views.scene import Scene
from kiosk.views.times import come_back
from runtime.languages import OWN_NAMES
from runtime.texts import mark

ABOUT: Final = mark("Over deze zuil")


def languages(scene: Scene) -> ChoiceView:
    """Every language by its own name; the one that is spoken now has a tick."""
    tiles = tuple(_language(scene, each) for each in scene.languages)
    aside = Button(Control("about"), scene.text(ABOUT), picture="about")
    return ChoiceView(frame(scene), scene.text("Welke taal wilt u?"), tiles, aside=aside)


def about(scene: Scene) -> MessageView:
    """For whom it is made, what it can do, what is not sure of it, and whom to tell."""
    has_voice = scene.session.language in scene.voices
    does = mark("Hij kan voorlezen en de letters groter maken."), mark("Hij kan de letters groter maken.")
    sentences = (
        scene.text("Deze zuil is gemaakt voor iedereen."),
        scene.text(does[0] if has_voice else does[1]),
        scene.text("Alles kan ook met toetsen."),
        scene.text("Wij vragen geen naam."),
        scene.text("Niet iedereen heeft hem al geprobeerd."),
        scene.text("Werkt er iets niet? Zeg het bij de balie."),
    )
    return MessageView(frame(scene), scene.text(ABOUT), sentences)


def waiting(scene: Scene) -> MessageView:
    """The hub is asked."""
    return MessageView(frame(scene), scene.text("Even wachten…"), picture="waiting")


def refused(scene: Scene, stage: NoTicket) -> MessageView:
    """No number, and what to do now."""
    if stage.code not in TEXTS:
        ask = scene.text("Ga naar de balie.")
        return MessageView(frame(scene), scene.text("Deze zuil werkt nu niet."), (ask,), picture="broken")
    sentences = (*come_back(scene), scene.text("Vraag hulp aan een medewerker."))
    return MessageView(frame(scene), scene.text(TEXTS[stage.code]), sentences, picture="closed")


def still_there(scene: Scene) -> MessageView:
    """Before the screen is made ready for somebody else; a number stays readable."""
    has = number_of(scene.session.stage)
    return MessageView(
        frame(scene),
        scene.text("Bent u er nog?"),
        (scene.text("Neem rustig de tijd."),),
        number=has.ticket.number if has else "",
        buttons=(Button(Control("still-here"), scene.text("Ja, ik ga door"), tone="leaf"),),
    )


def question(scene: Scene) -> MessageView:
    """Whether to speak: a finger rested on the glass, and maybe its owner does not see it."""
    return MessageView(
        frame(scene),
        scene.text("Wilt u horen wat op het scherm staat?"),
        (scene.text("Ja? Houd uw vinger dan nog eens 3 tellen stil."),),
        picture="read-aloud",
        buttons=(
            Button(Control("listen"), scene.text("Ja"), tone="leaf"),
            Button(Control("no-listen"), scene.text("Nee")),
        ),
    )


def another(scene: Scene) -> MessageView:
    """Whether one more number is wanted, as several went just now."""
    return MessageView(
        frame(scene),
        scene.text("Wilt u nog een nummer?"),
        picture="ticket",
        buttons=(
            Button(Control("another"), scene.text("Ja"), tone="leaf"),
            Button(Control("enough"), scene.text("Nee")),
        ),
    )


def _language(scene: Scene, language: str) -> Button:
    is_on = language == scene.session.language
    is_mute = scene.is_speaking and language not in scene.voices
    return Button(
        Control("language", language),
        OWN_NAMES[language],
        tone="water" if is_on else "card",
        detail=scene.text("geen stem") if is_mute else "",
        is_on=is_on,
        language=language,
    )
