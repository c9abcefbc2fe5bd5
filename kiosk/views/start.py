"""The first screens: one button, or topics to choose from."""

from kiosk.languages import named
from kiosk.view import Button, ChoiceView, Control, MessageView, View, WelcomeView
from kiosk.views.frame import frame
from kiosk.views.scene import Scene
from kiosk.views.times import come_back, one_after_another, open_until, week
from runtime.settings.room import has_room_for
from wire.state import MenuTopic


def start(scene: Scene, *, is_open: bool) -> View:
    """What a new visitor sees."""
    if not is_open:
        return closed(scene)
    return welcome(scene) if is_one_button(scene) else topics(scene)


def is_one_button(scene: Scene) -> bool:
    """Whether nothing is asked: so the branch wants it, there is nothing to ask, or the screen has no room for it."""
    offer = scene.offer
    is_small = offer.mode == "topics" and not has_room_for(scene.kiosk.screen, len(offer.topics))
    return offer.mode == "one-button" or not offer.topics or is_small


def welcome(scene: Scene) -> WelcomeView:
    """One thing to do, one promise, no name asked."""
    is_staffed = scene.offer.staffed == "now"
    return WelcomeView(
        frame(scene),
        scene.text("Welkom"),
        _promise(scene) if is_staffed or scene.offer.coming else _nobody(scene),
        Button(Control("take"), scene.text("Neem een nummer"), picture="ticket", tone="leaf"),
        presence(scene),
    )


def topics(scene: Scene) -> ChoiceView:
    """What a visitor comes for; the last tile is for who does not know."""
    tiles = tuple(_tile(scene, topic) for topic in scene.offer.topics)
    unsure = Button(Control("general"), scene.text("Ik weet het niet"), picture="help", tone="sun")
    return ChoiceView(frame(scene), scene.text("Waarvoor komt u?"), (*tiles, unsure), presence(scene))


def second_level(scene: Scene, topic: MenuTopic) -> ChoiceView:
    """The topics under one; who does not know gets a number for that one."""
    tiles = tuple(_tile(scene, below) for below in topic.topics)
    unsure = Button(Control("take", topic.id), scene.text("Ik weet het niet"), picture="help", tone="sun")
    title = named(topic.names, scene.session.language)
    return ChoiceView(frame(scene), title, (*tiles, unsure), presence(scene))


def closed_topic(scene: Scene, topic: MenuTopic) -> MessageView:
    """A topic that nobody helps with now: when, and a number for the general line."""
    hours = one_after_another(scene, topic.hours or "")
    return MessageView(
        frame(scene),
        named(topic.names, scene.session.language),
        (
            scene.text("Hiervoor is er nu niemand."),
            scene.text("Vandaag open: {hours}.").format(hours=hours)
            if hours
            else scene.text("Vandaag is er niemand meer."),
            scene.text("U kunt wel een nummer nemen bij: {line}.").format(line=scene.line_name),
        ),
        picture=topic.picture or topic.id,
        buttons=(Button(Control("general"), scene.text("Neem een nummer"), picture="ticket", tone="leaf"),),
    )


def closed(scene: Scene) -> MessageView:
    """No numbers now: why, and when to come back."""
    is_shut = scene.offer.staffed == "no"
    title = scene.text("We zijn nu gesloten.") if is_shut else scene.text("U kunt nu geen nummer nemen.")
    ask = () if is_shut else (scene.text("Vraag hulp aan een medewerker."),)
    sentences = (*_notice(scene), *come_back(scene), *ask)
    return MessageView(frame(scene), title, sentences, picture="closed", hours=week(scene))


def presence(scene: Scene) -> str:
    """Whether somebody is there, if nobody is."""
    if scene.offer.staffed == "now":
        return ""
    here, coming = scene.text("Er is nu niemand."), scene.text("Er komt iemand naar u toe.")
    return f"{here} {coming}" if scene.offer.coming else here


def _promise(scene: Scene) -> tuple[str, ...]:
    return (
        scene.text("Wij helpen u gratis met brieven, formulieren, telefoon en computer."),
        scene.text("U hoeft uw naam niet te zeggen."),
    )


def _nobody(scene: Scene) -> tuple[str, ...]:
    wait = scene.text("Neem een nummer. Dan zien wij dat u wacht.")
    sit = (scene.text("Ga zitten {place}.").format(place=scene.place),) if scene.place else ()
    return (wait, *sit, *(open_until(scene) if scene.offer.staffed == "later" else come_back(scene)))


def _notice(scene: Scene) -> tuple[str, ...]:
    said = (notice for notice in scene.settings.notices if notice.id == scene.offer.notice)
    return tuple(named(notice.names, scene.session.language) for notice in said)


def _tile(scene: Scene, topic: MenuTopic) -> Button:
    text = named(topic.names, scene.session.language)
    picture = topic.picture or ""
    if topic.open:
        return Button(Control("topic", topic.id), text, picture)
    detail = one_after_another(scene, topic.hours or "") or scene.text("Nu gesloten")
    return Button(Control("topic", topic.id), text, picture, tone="closed", detail=detail)
