"""Which view belongs to a stage."""

from kiosk.stages import About, Another, Asking, ClosedTopic, HasNumber, Languages, Listen, NoTicket, SecondLevel, Stage
from kiosk.view import View
from kiosk.views.between import about, another, languages, question, refused, still_there, waiting
from kiosk.views.number import number
from kiosk.views.scene import Scene
from kiosk.views.start import closed_topic, second_level, start


def view_of(scene: Scene, *, is_open: bool) -> View:
    """What to show."""
    if scene.session.is_warned:
        return still_there(scene)
    match scene.session.stage:
        case HasNumber() as has:
            return number(scene, has)
        case NoTicket() | Languages() | About() | Listen() | Another() | Asking() as stage:
            return _between(scene, stage)
        case SecondLevel(topic_id) | ClosedTopic(topic_id) as stage:
            return _of_topic(scene, stage, topic_id, is_open=is_open)
        case _:
            return start(scene, is_open=is_open)


def _between(scene: Scene, stage: NoTicket | Languages | About | Listen | Another | Asking) -> View:
    match stage:
        case NoTicket():
            return refused(scene, stage)
        case Languages():
            return languages(scene)
        case About():
            return about(scene)
        case Listen():
            return question(scene)
        case Another():
            return another(scene)
        case Asking():
            return waiting(scene)


def _of_topic(scene: Scene, stage: Stage, topic_id: str, *, is_open: bool) -> View:
    topic = scene.offer.find(topic_id)
    if topic is None or not is_open:
        return start(scene, is_open=is_open)
    return closed_topic(scene, topic) if isinstance(stage, ClosedTopic) else second_level(scene, topic)
