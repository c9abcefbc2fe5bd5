import re
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from exposure import limit
from unit_root import SOURCE, UNIT_ENDINGS, UnitRoot, unit_root

from firmware_config.box import Box
from firmware_config.rendering import render
from runtime.settings.load import load

ROOT = Path(__file__).parents[2]
UNITS = sorted(path.name for path in SOURCE.iterdir() if path.suffix in UNIT_ENDINGS)
SERVICES = [unit for unit in UNITS if unit.endswith(".service")]
PROGRAMS = [f"beurt-{name}.service" for name in ("broker-watch", "hub", "console", "screens", "kiosk", "display")]
DATA = "beurt-data.service"
OF_DEBIAN = {"mosquitto", "video", "render", "audio", "systemd-journal", "systemd-timesync", "root"}

needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")


@pytest.fixture(scope="module")
def root() -> Iterator[UnitRoot]:
    with unit_root() as root:
        yield root


def settings_of(unit: str) -> dict[str, list[str]]:
    """The lines of a unit, by their names."""
    found: dict[str, list[str]] = {}
    for line in (SOURCE / unit).read_text().splitlines():
        if re.match(r"[A-Za-z]+=", line):
            name, _, value = line.partition("=")
            found.setdefault(name, []).append(value)
    return found


@needs_systemd
def test_systemd_has_nothing_to_say_of_the_units(root: UnitRoot) -> None:
    assert root.verdict(*root.units) == ""


@needs_systemd
def test_a_fault_in_a_unit_would_be_seen(root: UnitRoot) -> None:
    text = (SOURCE / "beurt-hub.service").read_text()
    root.add("faulty.service", text.replace("MemoryMax=", "MemoryMaximum="))
    assert "MemoryMaximum" in root.verdict("faulty.service")


@needs_systemd
@pytest.mark.parametrize("unit", [*SERVICES, "mosquitto.service"])
def test_no_service_is_more_exposed_than_it_may_be(root: UnitRoot, unit: str) -> None:
    assert root.exposure(unit) <= limit(unit)


@needs_systemd
def test_what_is_made_for_a_data_partition_is_no_more_exposed_than_the_others(root: UnitRoot) -> None:
    settings = load(ROOT / "tests/device/branch.toml")
    files = render(Box(settings, ("hub-1",), has_data_partition=True))
    for name in (DATA, "data.mount"):
        root.add(name, files[PurePosixPath("etc/systemd/system") / name].text)
    assert root.exposure(DATA) <= limit(DATA)


@pytest.mark.parametrize("unit", UNITS)
def test_no_line_of_a_service_has_more_rights_than_systemd_measures(unit: str) -> None:
    lines = [line for name, each in settings_of(unit).items() if name.startswith("Exec") for line in each]
    assert [line for line in lines if set("+!") & set(line.partition("/")[0])] == []


@pytest.mark.parametrize("unit", UNITS)
def test_each_unit_says_what_it_is_and_where_to_read_on(unit: str) -> None:
    found = settings_of(unit)
    assert found["Description"][0].startswith("Aan de beurt: ")
    assert found["Documentation"] == ["file:/opt/beurt/current/share/doc/aan-de-beurt/operate.md"]


@pytest.mark.parametrize("unit", PROGRAMS)
def test_each_program_is_watched_and_started_again_for_ever(unit: str) -> None:
    found = settings_of(unit)
    assert [found[name] for name in ("Type", "Restart", "StartLimitIntervalSec")] == [["notify"], ["always"], ["0"]]
    assert 0 < float(found["WatchdogSec"][0]) <= 8


@pytest.mark.parametrize("unit", [unit for unit in UNITS if unit.endswith((".timer", ".path"))])
def test_what_is_started_by_another_unit_is_there(unit: str) -> None:
    assert (SOURCE / unit).with_suffix(".service").exists()


def test_each_user_and_group_is_made_or_is_debians() -> None:
    settings = load(ROOT / "tests/device/branch.toml")
    box = Box(settings, ("hub-1", "console-1", "kiosk-1", "display-1"))
    made = next(file.text for path, file in render(box).items() if path.match("etc/sysusers.d/*"))
    known = {line.split()[1] for line in made.splitlines() if line.startswith(("u ", "g "))} | OF_DEBIAN
    named = {
        name
        for unit in SERVICES
        for key in ("User", "Group", "SupplementaryGroups")
        for value in settings_of(unit).get(key, [])
        for name in value.split()
    }
    assert named <= known
