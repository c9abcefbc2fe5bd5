from pathlib import Path

import pytest
from stand_in_box import StandInBox

from upkeep.release.faults import ReleaseFault
from upkeep.update.box import Box


@pytest.fixture
def seen(box: StandInBox) -> Box:
    return box.box(judged_within_s=0.2)


def test_what_runs_is_known(box: StandInBox, seen: Box) -> None:
    assert seen.units() == ("beurt-hub", "beurt-kiosk")
    (box.root / "releases/1.0/down").touch()
    assert seen.units() == ()


def test_the_broker_starts_with_the_files_of_the_version_before_the_programs_do(box: StandInBox, seen: Box) -> None:
    assert seen.restart(("hub-1",), ("mosquitto", "beurt-hub")) is None
    assert box.calls == ["laid by 1.0", "daemon-reload", "restart mosquitto.service", "restart beurt.target"]


def test_what_fails_is_told_and_nothing_after_it_is_done(box: StandInBox, seen: Box) -> None:
    program = box.root / "releases/1.0/bin/beurt"
    program.write_text("#!/bin/sh\necho 'no branch file' >&2\nexit 2\n")
    trouble = seen.restart(("hub-1",), ())
    assert trouble == f"{box.root}/current/bin/beurt firmware --branch failed: no branch file"
    assert box.calls == []


def test_a_program_that_is_not_there_says_no(box: StandInBox, seen: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    (box.root / "releases/1.0/bin/beurt").unlink()
    monkeypatch.setenv("PATH", str(box.folder / "nothing"))
    assert (seen.units(), seen.report(), seen.people()) == ((), None, None)
    assert seen.restart((), ()) == "systemctl daemon-reload failed: it cannot be run"
    assert seen.trouble(("beurt-hub",), None) == "beurt-hub does not run"


@pytest.mark.parametrize(("said", "people"), [("3\n", 3), ("", None), ("three\n", None), ("-1\n", None)])
def test_people_are_counted_or_unknown(box: StandInBox, seen: Box, said: str, people: int | None) -> None:
    (box.folder / "people").write_text(said)
    assert seen.people() == people


def test_a_backup_that_fails_is_told(box: StandInBox, seen: Box) -> None:
    seen.back_up()
    (box.folder / "full").touch()
    with pytest.raises(ReleaseFault, match="no update without a backup"):
        seen.back_up()


def test_a_doctor_that_says_something_else_says_nothing(box: StandInBox, seen: Box) -> None:
    assert seen.report() is not None
    report = Path(box.root / "releases/1.0/report.json")
    report.write_text("{}")
    assert seen.report() is None
    assert seen.trouble((), None) == "the doctor of this version says nothing that can be read"
