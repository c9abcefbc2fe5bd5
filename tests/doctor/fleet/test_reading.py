import threading
import time

from fleets import branch

from doctor.fleet.branches import Branch
from doctor.fleet.file import BranchEntry
from doctor.fleet.reading import AT_ONCE, read_all


def entries(count: int) -> tuple[BranchEntry, ...]:
    return tuple(BranchEntry(name=f"branch {number}", folder="x") for number in range(count))


def test_all_branches_are_read_and_told_in_the_order_of_the_list() -> None:
    seen = read_all(entries(40), lambda entry: branch(entry.name))
    assert [each.name for each in seen] == [entry.name for entry in entries(40)]


def test_some_are_read_at_once_but_not_all() -> None:
    together = threading.Barrier(AT_ONCE, timeout=30)
    lock, inside, most = threading.Lock(), 0, 0

    def road(entry: BranchEntry) -> Branch:
        nonlocal inside, most
        with lock:
            inside += 1
            most = max(most, inside)
        together.wait()
        with lock:
            inside -= 1
        return branch(entry.name)

    assert len(read_all(entries(2 * AT_ONCE), road)) == 2 * AT_ONCE
    assert most == AT_ONCE


def test_a_branch_that_hangs_is_out_of_reach_and_holds_up_nobody() -> None:
    for_ever = threading.Event()

    def road(entry: BranchEntry) -> Branch:
        if entry.name == "branch 1":
            for_ever.wait(60)
        return branch(entry.name)

    began_s = time.monotonic()
    seen = read_all(entries(3), road, limit_s=0.3)
    assert time.monotonic() - began_s < 10
    assert [each.state for each in seen] == ["good", "unreachable", "good"]
    for_ever.set()
