import json
from pathlib import Path

import pytest
from small_release import Organisation
from stand_in_box import StandInBox

from upkeep.release import sums
from upkeep.release.signature import is_good
from upkeep.release.verifying import verify
from upkeep.update.bringing import bring
from upkeep.update.fetching import Fetch, Folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What belongs to who fetches."""
    made = tmp_path / "beurt-update"
    made.mkdir()
    return made


def test_a_newer_release_waits_whole(box: StandInBox, organisation: Organisation, folder: Path) -> None:
    outcome = bring(Folder(organisation.release("2.0")), box.place(organisation), folder)
    assert (outcome.verdict, outcome.before, outcome.offered) == ("fetched", "1.0", "2.0")
    assert verify(folder / "release", organisation.public, is_good).version == "2.0"
    assert [each.name for each in folder.iterdir()] == ["release"]
    assert box.calls == []


def test_what_waits_already_is_not_fetched_again(
    box: StandInBox, organisation: Organisation, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = organisation.release("2.0")
    bring(Folder(release), box.place(organisation), folder)
    with monkeypatch.context() as patched:
        patched.delattr(Fetch, "bring")
        assert bring(Folder(release), box.place(organisation), folder).verdict == "fetched"
    (folder / "release/requirements.txt").write_text("cut off by the power")
    assert bring(Folder(release), box.place(organisation), folder).verdict == "fetched"
    assert sums.of_folder(folder / "release") == sums.of_folder(release)


def test_another_release_takes_its_place(box: StandInBox, organisation: Organisation, folder: Path) -> None:
    for version in ("2.0", "3.0"):
        bring(Folder(organisation.release(version)), box.place(organisation), folder)
    assert verify(folder / "release", organisation.public, is_good).version == "3.0"


def test_what_is_in_use_already_does_not_wait_any_longer(
    box: StandInBox, organisation: Organisation, folder: Path
) -> None:
    release = organisation.release("2.0")
    bring(Folder(release), box.place(organisation), folder)
    box.has("2.0", release)
    box.uses("2.0")
    assert bring(Folder(release), box.place(organisation), folder).verdict == "none"
    assert list(folder.iterdir()) == []


def test_what_failed_before_does_not_wait_any_longer(box: StandInBox, organisation: Organisation, folder: Path) -> None:
    release = organisation.release("2.0")
    box.has("2.0", release, is_down=True)
    bring(Folder(release), box.place(organisation), folder)
    assert box.run(organisation, folder / "release").verdict == "rolled-back"
    assert bring(Folder(release), box.place(organisation), folder).verdict == "none"
    assert list(folder.iterdir()) == []


def test_what_is_refused_is_told_until_something_else_is_on_offer(
    box: StandInBox, organisation: Organisation, folder: Path, tmp_path: Path
) -> None:
    for release in (organisation.release("0.9"), Organisation(tmp_path / "others").release("2.0")):
        outcome = bring(Folder(release), box.place(organisation), folder)
        told = json.loads((folder / "update.json").read_text())
        assert (outcome.verdict, told["outcome"], told["trouble"]) == ("refused", "refused", outcome.trouble)
    bring(Folder(tmp_path / "out of reach"), box.place(organisation), folder)
    assert (folder / "update.json").exists()
    bring(Folder(organisation.release("2.0")), box.place(organisation), folder)
    assert [each.name for each in folder.iterdir()] == ["release"]


def test_what_was_changed_while_it_waited_is_not_installed(
    box: StandInBox, organisation: Organisation, folder: Path
) -> None:
    bring(Folder(organisation.release("2.0")), box.place(organisation), folder)
    (folder / "release/requirements.txt").write_text("evil==1.0\n")
    outcome = box.run(organisation, folder / "release")
    assert outcome.verdict == "refused"
    assert "not what was signed" in (outcome.trouble or "")
    assert box.versions.whole() == ["1.0"]


def test_a_link_in_the_place_of_what_waits_leads_nowhere(
    box: StandInBox, organisation: Organisation, folder: Path, tmp_path: Path
) -> None:
    bring(Folder(organisation.release("2.0")), box.place(organisation), folder)
    wheels = folder / "release/wheels"
    wheels.rename(tmp_path / "wheels")
    (tmp_path / "secret").write_text("hidden")
    wheel = next((tmp_path / "wheels").iterdir())
    wheel.unlink()
    wheel.symlink_to(tmp_path / "secret")
    wheels.symlink_to(tmp_path / "wheels")
    assert box.run(organisation, folder / "release").verdict == "none"
    assert box.versions.whole() == ["1.0"]
    assert not (box.root / "incoming").exists()
