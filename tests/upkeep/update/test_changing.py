import fcntl
import json
import subprocess
import sys
from pathlib import Path

import pytest
from small_release import Organisation
from stand_in_box import StandInBox

from upkeep.release.faults import ReleaseFault
from upkeep.update.fetching import Folder

KIT = Path(__file__).parents[2] / "kit"


def offered(box: StandInBox, organisation: Organisation, version: str = "2.0", **how: object) -> Path:
    """A release that is installed already, so that the test is about the change alone."""
    release = organisation.release(version)
    box.has(version, release, **how)  # type: ignore[arg-type]
    return release


def test_a_good_version_comes_into_use_and_the_one_before_stays(box: StandInBox, organisation: Organisation) -> None:
    outcome = box.run(organisation, offered(box, organisation))
    assert (outcome.verdict, outcome.before, outcome.offered) == ("installed", "1.0", "2.0")
    assert (box.versions.current, box.running) == ("2.0", "2.0")
    assert box.versions.whole() == ["1.0", "2.0"]
    assert box.told["outcome"] == "installed"
    assert not (box.root / "trial.json").exists()
    assert not (box.root / "incoming").exists()


@pytest.mark.parametrize(
    ("how", "trouble"),
    [
        ({"critical": "the hub does not answer"}, "hub: the hub does not answer"),
        ({"is_down": True}, "beurt-hub, beurt-kiosk does not run"),
    ],
)
def test_a_version_that_is_no_good_is_left_by_itself(
    box: StandInBox, organisation: Organisation, how: dict[str, object], trouble: str
) -> None:
    outcome = box.run(organisation, offered(box, organisation, **how))
    assert (outcome.verdict, outcome.trouble) == ("rolled-back", trouble)
    assert (box.versions.current, box.running) == ("1.0", "1.0")
    assert box.told["outcome"] == "rolled-back"
    assert box.told["trouble"] == trouble


def test_a_service_that_starts_again_and_again_is_no_good(box: StandInBox, organisation: Organisation) -> None:
    release = offered(box, organisation)
    counter = box.root / "releases/2.0/restarts"
    counter.write_text("0")
    program = box.bin / "systemctl"
    program.write_text(program.read_text().replace("show) cat", f'show) echo x >> "{counter}"; cat'))
    assert box.run(organisation, release).trouble == "a service starts again and again"


def test_what_was_critical_before_is_no_reason_to_go_back(box: StandInBox, organisation: Organisation) -> None:
    report = (box.root / "releases/1.0/report.json").read_text()
    release = offered(box, organisation, critical="the paper is out")
    (box.root / "releases/1.0/report.json").write_text((box.root / "releases/2.0/report.json").read_text())
    assert report != (box.root / "releases/1.0/report.json").read_text()
    assert box.run(organisation, release).verdict == "installed"


def test_a_release_that_failed_is_not_tried_every_night(box: StandInBox, organisation: Organisation) -> None:
    release = offered(box, organisation, is_down=True)
    assert box.run(organisation, release).verdict == "rolled-back"
    calls = len(box.calls)
    assert box.run(organisation, release).verdict == "none"
    assert len(box.calls) == calls
    assert box.told["outcome"] == "rolled-back"
    (box.root / "releases/2.0/down").unlink()
    assert box.run(organisation, release, forced=True).verdict == "installed"


def test_the_same_version_again_changes_nothing(box: StandInBox, organisation: Organisation) -> None:
    release = organisation.release("1.0")
    assert box.run(organisation, release).verdict == "none"
    assert [call for call in box.calls if "restart" in call] == []


def test_an_older_release_is_taken_only_when_somebody_says_so(box: StandInBox, organisation: Organisation) -> None:
    release = offered(box, organisation, "0.9")
    refused = box.run(organisation, release)
    assert (refused.verdict, refused.trouble) == ("refused", "0.9 is older than 1.0; only --allow-older goes back")
    assert box.versions.current == "1.0"
    assert box.run(organisation, release, older=True).verdict == "installed"
    assert box.versions.current == "0.9"


def test_a_release_of_others_changes_nothing(box: StandInBox, organisation: Organisation, tmp_path: Path) -> None:
    release = Organisation(tmp_path / "others").release("2.0")
    refused = box.run(organisation, release)
    assert refused.verdict == "refused"
    assert "not signed with" in (refused.trouble or "")
    assert box.told["outcome"] == "refused"
    assert box.versions.whole() == ["1.0"]
    assert box.calls == []


def test_without_a_backup_nothing_is_installed(box: StandInBox, organisation: Organisation) -> None:
    def fail() -> None:
        raise ReleaseFault("no update without a backup: the disk is full")

    release = organisation.release("2.0")
    update = box.update(organisation)
    update._back_up = fail
    assert update.run(Folder(release), is_older_allowed=False, is_forced=False).verdict == "refused"
    assert box.versions.whole() == ["1.0"]


def test_a_place_out_of_reach_is_no_news(box: StandInBox, organisation: Organisation, tmp_path: Path) -> None:
    outcome = box.run(organisation, tmp_path / "nowhere")
    assert outcome.verdict == "none"
    assert "cannot be fetched" in (outcome.trouble or "")
    assert not (box.folder / "health/update.json").exists()


def test_two_updates_do_not_meet(box: StandInBox, organisation: Organisation) -> None:
    release = organisation.release("2.0")
    with (box.root / "update.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(ReleaseFault, match="under way"):
            box.run(organisation, release)


def cut(tmp_path: Path, first: int, step: int) -> list[dict[str, object]]:
    script = [sys.executable, str(KIT / "power_cuts.py"), str(tmp_path / "cuts"), str(first), str(step)]
    environment = {"PYTHONPATH": f"{KIT}:{KIT.parents[1]}", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(script, capture_output=True, text=True, env=environment, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def is_as_it_should_be(run: dict[str, object]) -> bool:
    at_cut, after = run["cut"], run["after"]
    assert isinstance(at_cut, dict)
    assert isinstance(after, dict)
    is_bootable = at_cut["is_whole"] and after["is_whole"] and after["running"] == after["current"]
    is_decided = not after["is_on_trial"] and (run["is_good"] or after["current"] == "1.0")
    is_told = after["current"] == "1.0" or after["told"] == "installed"
    return bool(is_bootable and is_decided and is_told)


def test_a_power_cut_in_an_update_leaves_a_version_that_starts(tmp_path: Path) -> None:
    runs = cut(tmp_path, 3, 13)
    assert len(runs) > 6
    assert [run for run in runs if not is_as_it_should_be(run)] == []


@pytest.mark.long
def test_a_power_cut_at_any_moment_of_an_update_leaves_a_version_that_starts(tmp_path: Path) -> None:
    runs = cut(tmp_path, 0, 1)
    assert len(runs) > 60
    assert [run for run in runs if not is_as_it_should_be(run)] == []
    good = [run["after"] for run in runs if run["is_good"]]
    assert {after["current"] for after in good if isinstance(after, dict)} == {"1.0", "2.0"}
