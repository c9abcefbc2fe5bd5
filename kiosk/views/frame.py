"""What stands around every screen: header, fixed row, and what goes with speech."""

from typing import Final

from kiosk.stages import About, Another, Asking, HasNumber, Languages, Listen, Stage, Start
from kiosk.view import Button, Control, Frame, Guide
from kiosk.views.scene import Scene
from runtime.languages import OWN_NAMES

REACH_MM: Final = 1100
"""What lies higher above the floor is out of reach for who sits; EN 301 549 clause 8.3 and its successor."""

NO_WAY_BACK: Final[tuple[type[Stage], ...]] = (Start, Asking, HasNumber, Listen, Another)


def frame(scene: Scene) -> Frame:
    """The frame as it is for this visitor."""
    session, code = scene.session, scene.session.language
    return Frame(
        f"{scene.offer.branch_name} · {scene.line_name}",
        OWN_NAMES.get(code, ""),
        _row(scene),
        session.is_large,
        code=code,
        is_high_contrast=session.is_high_contrast,
        is_low=session.is_low,
        page=session.page,
        more=_more(scene),
        mark=None if session.mode == "touch" else session.focus,
        guide=_guide(scene) if scene.is_speaking or session.is_unplugged else None,
        is_exploring=session.mode == "blind",
    )


def _row(scene: Scene) -> tuple[Button | None, ...]:
    if isinstance(scene.session.stage, Asking):
        return (None,) * 6
    return (_back(scene), _read_aloud(scene), *_looks(scene), _languages(scene), _lower(scene))


def _back(scene: Scene) -> Button | None:
    if isinstance(scene.session.stage, NO_WAY_BACK):
        return None
    return Button(Control("back"), scene.text("Terug"), picture="back")


def _read_aloud(scene: Scene) -> Button | None:
    if scene.session.language not in scene.voices or isinstance(scene.session.stage, Listen):
        return None
    if scene.is_speaking:
        return Button(Control("read-aloud"), scene.text("Stop"), picture="stop")
    return Button(Control("read-aloud"), scene.text("Voorlezen"), picture="read-aloud")


def _looks(scene: Scene) -> tuple[Button, Button]:
    session = scene.session
    size = scene.text("Kleiner") if session.is_large else scene.text("Groter")
    light = scene.text("Licht") if session.is_high_contrast else scene.text("Donker")
    return Button(Control("larger"), size, picture="letter"), Button(Control("contrast"), light, picture="contrast")


def _languages(scene: Scene) -> Button | None:
    """With one language alone there is nothing to choose: what stands on that screen beside them is here then."""
    if isinstance(scene.session.stage, Languages):
        return None
    if len(scene.languages) == 1:
        is_there = isinstance(scene.session.stage, About)
        return None if is_there else Button(Control("about"), scene.text("Info"), picture="about")
    return Button(Control("languages"), scene.text("Talen"), picture="languages")


def _lower(scene: Scene) -> Button | None:
    screen = scene.kiosk.screen
    if screen.bottom_above_floor_mm + screen.millimetres[1] <= REACH_MM:
        return None
    if scene.session.is_low:
        return Button(Control("lower"), scene.text("Hoger"), picture="higher")
    return Button(Control("lower"), scene.text("Lager"), picture="lower")


def _more(scene: Scene) -> Button | None:
    is_busy = isinstance(scene.session.stage, Asking)
    return None if is_busy else Button(Control("page"), scene.text("Meer"), picture="more")


def _guide(scene: Scene) -> Guide:
    return Guide(
        scene.session.caption,
        Button(Control("quieter"), scene.text("Zachter"), picture="quieter"),
        Button(Control("louder"), scene.text("Harder"), picture="louder"),
        Button(Control("repeat"), scene.text("Nog een keer"), picture="repeat"),
    )
