from boxes import DEVICES, settings

from firmware_config.box import Box
from firmware_config.units import FOLDER, units


def names(*devices: str) -> set[str]:
    return {path.name for path, _ in units(Box(settings(), devices))}


def test_a_box_that_is_everything_has_every_unit_there_is() -> None:
    pop_up = Box(settings(network='kind = "own-wifi"'), DEVICES)
    assert {path.name for path, _ in units(pop_up)} == {file.name for file in FOLDER.rglob("*") if file.is_file()}


def test_only_a_box_that_makes_its_own_network_lets_its_clock_be_set() -> None:
    assert {"beurt-clock.service", "beurt-clock.path", "beurt-clock-battery.service"} & names(*DEVICES) == set()


def test_a_display_has_its_own_unit_and_those_of_every_box() -> None:
    found = names("display-1")
    assert {"beurt.target", "beurt-display.service", "beurt-health.timer", "beurt-update.service"} <= found
    assert not {"beurt-hub.service", "50-beurt.conf", "beurt-backup.timer", "beurt-kiosk.service"} & found


def test_a_drop_in_lies_in_the_folder_of_its_unit() -> None:
    places = {str(path) for path, _ in units(Box(settings(), DEVICES))}
    assert "etc/systemd/system/mosquitto.service.d/50-beurt.conf" in places
