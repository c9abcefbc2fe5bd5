"""Which view belongs to a stage."""

from kiosk.stages import Asking, ClosedTopic, HasNumber, Languages, NoTicket, SecondLevel, Stage
from kiosk.view import View
from kiosk.views.between import languages, refused, still_there, waiting
from kiosk.views.number import number
from kiosk.views.scene import Scene
from kiosk.views.start import closed_topic, second_level, start


def view_of(scene: Scene, *, is_open: bool, is_slow: bool) -> View:
    """What to show; a question to the hub shows only when it `is_slow`, so that nothing flickers."""
    if scene.session.is_warned:
        return still_there(scene)
    return _of(scene, scene.session.stage, is_open=is_open, is_slow=is_slow)


def _of(scene: Scene, stage: Stage, *, is_open: bool, is_slow: bool) -> View:
    match stage:
        case HasNumber():
            return number(scene, stage)
        case NoTicket():
            return refused(scene, stage)
        case Languages():
            return languages(scene)
        case Asking():
            return waiting(scene) if is_slow else _of(scene, stage.before, is_open=is_open, is_slow=False)
        case SecondLevel(topic_id) | ClosedTopic(topic_id):
            return _of_topic(scene, stage, topic_id, is_open=is_open)
        case _:
            return start(scene, is_open=is_open)


def _of_topic(scene: Scene, stage: Stage, topic_id: str, *, is_open: bool) -> View:
    topic = scene.offer.find(topic_id)
    if topic is None or not is_open:
        return start(scene, is_open=is_open)
    return closed_topic(scene, topic) if isinstance(stage, ClosedTopic) else second_level(scene, topic)
