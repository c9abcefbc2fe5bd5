from boxes import DEVICES, settings

from firmware_config.box import Box
from firmware_config.screens import screens


def modes(*devices: str, pixels: tuple[int, int] = (1920, 1080)) -> list[str]:
    return [screen.mode for screen in screens(Box(settings(kiosk_pixels=pixels), devices))]


def test_the_kiosk_has_the_first_plug_and_the_waiting_room_the_next() -> None:
    assert modes(*DEVICES, pixels=(1280, 800)) == ["HDMI-A-1:1280x800M@60D", "HDMI-A-2:1920x1080M@60D"]


def test_a_touchscreen_alone_has_a_picture_when_it_is_on() -> None:
    assert modes("kiosk-1") == ["HDMI-A-1:1920x1080M@60"]


def test_a_display_alone_has_the_first_plug_and_a_picture_when_it_is_switched_on_later() -> None:
    assert modes("display-1") == ["HDMI-A-1:1920x1080M@60D"]


def test_an_upright_screen_is_driven_lying_as_its_panel_is_made() -> None:
    assert modes("kiosk-1", pixels=(1080, 1920)) == ["HDMI-A-1:1920x1080M@60"]


def test_without_a_screen_the_kernel_is_told_of_none() -> None:
    assert modes("hub-1", "console-1") == []
