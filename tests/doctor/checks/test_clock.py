import time

import pytest
from box_tree import BoxTree

from doctor.checks.clock import Kernel, by_timedated, judge, kernel, look

IN_STEP, FREE = Kernel(is_in_step=True, offset_s=0.001), Kernel(is_in_step=False, offset_s=16.0)


@pytest.mark.parametrize(
    ("steered", "rtc_apart_s", "is_in_step", "level"),
    [
        (IN_STEP, None, False, "good"),
        (Kernel(is_in_step=True, offset_s=1.5), None, False, "warning"),
        (FREE, None, True, "good"),
        (FREE, None, False, "warning"),
        (FREE, 3, False, "good"),
        (FREE, 61, False, "warning"),
        (FREE, 90_000, False, "critical"),
    ],
)
def test_a_clock_is_good_by_a_time_server_or_a_battery(
    *, steered: Kernel, rtc_apart_s: float | None, is_in_step: bool, level: str
) -> None:
    assert judge(steered, rtc_apart_s, is_in_step=is_in_step).level == level


def test_the_kernel_says_how_far_off_it_may_be() -> None:
    steered = kernel()
    assert steered is not None
    assert 0 <= steered.offset_s < 3600


def test_where_a_sandbox_forbids_to_ask_the_kernel_systemd_is_asked(tree: BoxTree) -> None:
    assert not by_timedated(tree.machine).is_in_step
    tree.says("timedatectl", "NTPSynchronized=no\n")
    assert not by_timedated(tree.machine).is_in_step
    tree.says("timedatectl", "NTPSynchronized=yes\n")
    assert by_timedated(tree.machine).is_in_step


def test_the_files_of_timesyncd_and_of_the_battery_clock_are_read(tree: BoxTree) -> None:
    tree.write("/run/systemd/timesync/synchronized", "")
    tree.write("/sys/class/rtc/rtc0/since_epoch", f"{int(time.time())}\n")
    (finding,) = look(tree.box())
    assert finding.level == "good"
    assert finding.values["has_battery"] is True


def test_a_hub_that_does_not_trust_the_clock_is_critical(tree: BoxTree) -> None:
    tree.write("/run/systemd/timesync/synchronized", "")
    tree.told("hub-1", "hub", clock="untrusted")
    assert [(finding.subject, finding.level) for finding in look(tree.box())] == [(None, "good"), ("hub", "critical")]
