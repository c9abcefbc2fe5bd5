import time
from pathlib import Path

from box_tree import BoxTree

from doctor.commands import MOST_BYTES


def test_a_command_that_is_not_there_is_none(tree: BoxTree) -> None:
    assert tree.machine.commands.run("vcgencmd", "get_throttled") is None


def test_a_command_tells_what_it_wrote_and_how_it_ended(tree: BoxTree) -> None:
    tree.command("vcgencmd", "echo out; echo err >&2; exit 3")
    ran = tree.machine.commands.run("vcgencmd")
    assert ran is not None
    assert (ran.code, ran.out, ran.err, ran.is_late, ran.is_fine) == (3, "out\n", "err\n", False, False)


def test_a_command_that_hangs_is_ended_though_it_left_a_child_that_keeps_its_output(tree: BoxTree) -> None:
    tree.command("vcgencmd", "sleep 30 & echo begun; sleep 30")
    began_s = time.monotonic()
    ran = tree.machine.commands.run("vcgencmd", limit_s=0.3)
    assert ran is not None
    assert ran.is_late
    assert not ran.is_fine
    assert time.monotonic() - began_s < 10


def test_of_endless_output_only_the_start_is_kept(tree: BoxTree) -> None:
    tree.command("vcgencmd", f"head -c {3 * MOST_BYTES} /dev/zero")
    ran = tree.machine.commands.run("vcgencmd")
    assert ran is not None
    assert len(ran.out) == MOST_BYTES


def test_what_is_given_comes_in(tree: BoxTree) -> None:
    tree.command("reader", "cat")
    ran = tree.machine.commands.run("reader", given="words")
    assert ran is not None
    assert ran.out == "words"


def test_a_command_gets_its_arguments_as_they_are(tree: BoxTree, tmp_path: Path) -> None:
    tree.command("reader", 'printf "%s|" "$@"')
    ran = tree.machine.commands.run("reader", "a b", f"; touch {tmp_path}/harm")
    assert ran is not None
    assert ran.out == f"a b|; touch {tmp_path}/harm|"
    assert not (tmp_path / "harm").exists()
