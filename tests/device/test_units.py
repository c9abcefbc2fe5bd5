import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from device_box import DeviceBox
from exposure import limit
from unit_root import UnitRoot, unit_root

# What it would start is there once there was an update.
LATER = {"beurt-update-resume.service"}


@pytest.fixture(scope="module", params=["DEVICE_BOOKWORM", "DEVICE_ROOT"])
def root(request: pytest.FixtureRequest) -> Iterator[UnitRoot]:
    """The units below a Debian 12 and below a Debian 13, each with its own systemd."""
    with unit_root(Path(os.environ[request.param])) as root:
        yield root


def test_systemd_has_nothing_to_say_of_the_units_in_either_debian(root: UnitRoot) -> None:
    assert root.verdict(*root.units) == ""


def test_no_service_is_more_exposed_than_it_may_be_in_either_debian(
    root: UnitRoot, note: Callable[[str], None]
) -> None:
    found = {unit: root.exposure(unit) for unit in root.units if unit.endswith(".service")}
    note(", ".join(f"{unit.removesuffix('.service')} {exposure}" for unit, exposure in found.items()))
    assert {unit: exposure for unit, exposure in found.items() if exposure > limit(unit)} == {}


def test_systemd_has_nothing_to_say_of_the_units_as_they_are_installed(box: DeviceBox) -> None:
    units = [path.name for path in box.path("/etc/systemd/system").glob("*beurt*.*") if path.is_file()]
    assert len(units) > 8
    done = box.run("systemd-analyze", "verify", "--man=no", "mosquitto.service", *sorted(set(units) - LATER))
    assert done.stdout + done.stderr == ""


def test_what_the_units_name_for_reading_on_is_on_the_box(box: DeviceBox) -> None:
    page = box.run("cat", "/opt/beurt/current/share/doc/aan-de-beurt/operate.md").stdout
    assert page.startswith("# ")
