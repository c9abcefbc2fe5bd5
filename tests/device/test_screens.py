"""A touchscreen and a television on one box: each program on its own, and a box with one screen as before."""

import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import PurePosixPath

import pytest
from device_box import DeviceBox, seconds_until
from msgspec.structs import replace
from ten_seconds import TenSeconds

from firmware_config.box import Box
from firmware_config.rendering import render
from runtime.settings.load import load

KIOSK, DISPLAY, SHARED = "beurt-kiosk.service", "beurt-display.service", "beurt-screens.service"
DROP_IN = "/etc/systemd/system/beurt-kiosk.service.d/30-two-screens.conf"
UPRIGHT = "etc/systemd/system/beurt-kiosk.service.d/40-upright.conf"


def picture(box: DeviceBox, output: str) -> bytes:
    """What is on a screen, pixel by pixel."""
    at = ("env", "XDG_RUNTIME_DIR=/run/beurt-screens", "WAYLAND_DISPLAY=wayland-0")
    box.run(*at, "grim", "-t", "ppm", "-o", output, "/srv/picture.ppm")
    return box.path("/srv/picture.ppm").read_bytes()[-1280 * 720 * 3 :]


def shows(box: DeviceBox, output: str) -> bool:
    """Is more there than black, and the pixel of an arrow?"""
    seen = picture(box, output)
    return len(seen) - seen.count(0) > len(seen) / 2


def is_running(box: DeviceBox, unit: str) -> bool:
    return box.unit(unit, "SubState") == "running"


@pytest.mark.parametrize(
    ("unit", "its", "others"), [(KIOSK, "HEADLESS-1", "HEADLESS-2"), (DISPLAY, "HEADLESS-2", "HEADLESS-1")]
)
def test_each_program_fills_its_own_screen(box: DeviceBox, unit: str, its: str, others: str) -> None:
    for output in (its, others):
        seconds_until(lambda output=output: shows(box, output))  # type: ignore[misc]
    box.run("systemctl", "stop", unit)
    assert not shows(box, its)
    assert shows(box, others)
    box.run("systemctl", "start", unit)
    seconds_until(lambda: shows(box, its))


def test_nobody_but_the_programs_with_a_screen_gets_at_the_screens(box: DeviceBox) -> None:
    for user, is_let_in in (("beurt-kiosk", True), ("beurt-display", True), ("beurt-hub", False), ("nobody", False)):
        asked = "import socket; socket.socket(socket.AF_UNIX).connect('/run/beurt-screens/wayland-0')"
        groups = "beurt-screens" if is_let_in else "beurt"
        done = box.run("setpriv", f"--reuid={user}", f"--regid={user if user != 'nobody' else 'nogroup'}",
            f"--groups={groups}", "python3", "-c", asked, check=False)  # fmt: skip
        assert (done.returncode == 0) == is_let_in, (user, done.stderr)


@pytest.fixture
def alone(box: DeviceBox) -> Iterator[None]:
    """The box as one with a touchscreen only."""
    file = box.path(DROP_IN)
    kept = file.read_text()
    file.unlink()
    box.run("systemctl", "daemon-reload")
    box.run("systemctl", "stop", DISPLAY, SHARED)
    box.run("systemctl", "restart", KIOSK)
    yield
    file.write_text(kept)
    box.run("systemctl", "daemon-reload")
    box.run("systemctl", "start", SHARED, DISPLAY)
    box.run("systemctl", "restart", KIOSK)


@pytest.mark.usefixtures("alone")
def test_a_touchscreen_alone_has_a_compositor_of_its_own_which_heals_too(
    box: DeviceBox,
    held: Callable[[int], AbstractContextManager[None]],
    ten_seconds: TenSeconds,
) -> None:
    before = box.unit(KIOSK, "MainPID")
    with held(box.process(KIOSK, "cage")):
        hung_s = seconds_until(lambda: is_running(box, KIOSK) and box.unit(KIOSK, "MainPID") != before)
    before = box.unit(KIOSK, "MainPID")
    box.signal(KIOSK, signal.SIGKILL)
    killed_s = seconds_until(lambda: is_running(box, KIOSK) and box.unit(KIOSK, "MainPID") not in {before, "0"})
    assert ten_seconds.were_enough("a screen alone", "killed", killed_s)
    assert ten_seconds.were_enough("a screen alone", "hangs", hung_s)


@pytest.mark.usefixtures("alone")
def test_the_picture_of_a_touchscreen_that_stands_upright_is_turned(box: DeviceBox) -> None:
    settings = load(box.path("/etc/beurt/branch.toml"))
    kiosk = settings.kiosks[0]
    upright = replace(kiosk, screen=replace(kiosk.screen, pixels=(720, 1280)))
    text = render(Box(replace(settings, kiosks=(upright,)), (kiosk.device,)))[PurePosixPath(UPRIGHT)].text
    file = box.path(UPRIGHT)
    file.write_text(text.replace("HDMI-A-", "HEADLESS-"))
    box.run("systemctl", "daemon-reload")
    box.run("systemctl", "restart", KIOSK)
    told = box.run("env", "XDG_RUNTIME_DIR=/run/beurt-kiosk", "WAYLAND_DISPLAY=wayland-0", "wlr-randr").stdout
    file.unlink()
    assert "Transform: 270" in told
