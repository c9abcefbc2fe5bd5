import pytest
from box_tree import BoxTree

from doctor.checks.power import look


@pytest.mark.parametrize(
    ("bits", "level", "told"),
    [
        ("0x0", "good", "enough"),
        ("0x50005", "critical", "now: under-voltage, throttled"),
        ("0x50000", "warning", "since the start: under-voltage, throttled"),
        ("0x80008", "warning", "now: the soft temperature limit"),
        ("0x20000", "warning", "since the start: the processor is capped"),
    ],
)
def test_the_bits_of_the_firmware_are_put_in_words(tree: BoxTree, bits: str, level: str, told: str) -> None:
    tree.says("vcgencmd", f"throttled={bits}\n")
    (finding,) = look(tree.box())
    assert finding.level == level
    assert told in finding.what


@pytest.mark.parametrize(("alarm", "level"), [("0", "good"), ("1", "warning")])
def test_without_the_firmwares_tool_the_kernels_driver_tells(tree: BoxTree, alarm: str, level: str) -> None:
    tree.write("/sys/class/hwmon/hwmon1/name", "rpi_volt\n")
    tree.write("/sys/class/hwmon/hwmon1/in0_lcrit_alarm", f"{alarm}\n")
    assert [finding.level for finding in look(tree.box())] == [level]


def test_a_tool_that_may_not_ask_the_firmware_is_not_believed(tree: BoxTree) -> None:
    tree.command("vcgencmd", "echo 'VCHI initialization failed'; exit 255")
    assert [finding.level for finding in look(tree.box())] == ["not-here"]


def test_another_sensors_alarm_is_none_of_the_power(tree: BoxTree) -> None:
    tree.write("/sys/class/hwmon/hwmon0/name", "nvme\n")
    tree.write("/sys/class/hwmon/hwmon0/in0_lcrit_alarm", "1\n")
    assert [finding.level for finding in look(tree.box())] == ["not-here"]
