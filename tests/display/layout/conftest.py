from __future__ import annotations

import pytest

from runtime.settings.model import Screen

SCREENS = {
    "55 inch at 5 m": Screen(pixels=(1920, 1080), millimetres=(1218, 685), viewing_distance_mm=5000),
    "the same in 720p": Screen(pixels=(1280, 720), millimetres=(1218, 685), viewing_distance_mm=5000),
    "the same in 4K": Screen(pixels=(3840, 2160), millimetres=(1218, 685), viewing_distance_mm=5000),
    "the same upright": Screen(pixels=(1080, 1920), millimetres=(685, 1218), viewing_distance_mm=5000),
    "43 inch at 3 m": Screen(pixels=(1920, 1080), millimetres=(952, 535), viewing_distance_mm=3000),
    "an old square one at 4 m": Screen(pixels=(1280, 1024), millimetres=(376, 301), viewing_distance_mm=4000),
}


@pytest.fixture(params=SCREENS, scope="session")
def screen(request: pytest.FixtureRequest) -> Screen:
    """Each screen on which the layout must be whole."""
    return SCREENS[request.param]


WIDE = ("55 inch at 5 m", "the same in 720p", "the same in 4K", "43 inch at 3 m")
LARGE = (*WIDE, "the same upright")


@pytest.fixture(params=LARGE, scope="session")
def large_screen(request: pytest.FixtureRequest) -> Screen:
    """Each screen on which up to three calls must be readable from the farthest seat."""
    return SCREENS[request.param]


@pytest.fixture(params=WIDE, scope="session")
def wide_screen(request: pytest.FixtureRequest) -> Screen:
    """Each screen on which more must be readable."""
    return SCREENS[request.param]
