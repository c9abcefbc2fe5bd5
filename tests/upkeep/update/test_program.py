import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hub_process import BRANCH
from mosquitto import Mosquitto
from small_release import Organisation
from stand_in_box import StandInBox, report
from stand_in_systemd import StandInSystemd
from wire_client import WireClient

from upkeep.command_line import update
from upkeep.release.faults import ReleaseFault
from upkeep.release.install import WHOLE, Versions
from upkeep.update.program import _refuse_a_root_that_forgets

SMALLEST = '[branch]\nid = "a"\nname = "A"\n'

Run = Callable[..., Result]


@pytest.fixture
def run(box: StandInBox, organisation: Organisation) -> Run:
    """`beurt update` on a box whose branch has no hours; the hub's database is elsewhere."""
    (box.folder / "branch.toml").write_text(SMALLEST)
    options = ["--config", str(box.folder / "branch.toml"), "--key", str(organisation.public), "--root", str(box.root)]
    word = ["--word", str(box.folder / "health" / "update.json"), "--patience", "0.3"]
    return lambda *more: CliRunner().invoke(update, [*options, *word, *more], catch_exceptions=False)


def test_a_release_comes_into_use_from_a_folder(box: StandInBox, organisation: Organisation, run: Run) -> None:
    release = organisation.release("2.0")
    box.has("2.0", release)
    done = run("--from", str(release))
    assert done.exit_code == 0
    assert "2.0 is in use; before it was 1.0" in done.output
    assert box.running == "2.0"


def test_the_devices_of_the_box_get_the_system_files_of_the_version(
    box: StandInBox, organisation: Organisation, run: Run
) -> None:
    (box.folder / "box.toml").write_text('devices = ["hub-1", "kiosk-1"]\n')
    release = organisation.release("2.0")
    box.has("2.0", release, is_down=True)
    assert run("--from", str(release)).exit_code == 2
    assert [call for call in box.calls if "laid" in call] == ["laid by 2.0", "laid by 1.0"]


def test_the_hubs_box_makes_a_backup_first(box: StandInBox, organisation: Organisation, run: Run) -> None:
    (box.folder / "box.toml").write_text('devices = ["hub-1"]\n')
    (box.folder / "full").touch()
    release = organisation.release("2.0")
    box.has("2.0", release)
    assert run("--from", str(release)).exit_code == 1
    assert "no update without a backup" in str(box.told["trouble"])
    (box.folder / "full").unlink()
    assert run("--from", str(release)).exit_code == 0
    assert box.calls.index("start beurt-backup.service") < box.calls.index("laid by 2.0")


def test_while_people_are_there_nothing_happens_unless_it_must_be_now(
    box: StandInBox, organisation: Organisation, run: Run
) -> None:
    (box.folder / "people").write_text("2\n")
    release = organisation.release("2.0")
    box.has("2.0", release)
    done = run("--from", str(release))
    assert done.exit_code == 0
    assert "2 people wait or are being helped" in done.stderr
    assert box.versions.current == "1.0"
    assert run("--from", str(release), "--now").exit_code == 0
    assert box.versions.current == "2.0"


def test_with_the_doors_open_it_does_nothing_by_itself(box: StandInBox, organisation: Organisation, run: Run) -> None:
    days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    hours = "".join(f'{day} = ["00:00-23:59"]\n' for day in days)
    (box.folder / "branch.toml").write_text(f"{SMALLEST}[opening]\n{hours}")
    release = str(organisation.release("2.0"))
    assert "the doors are open" in run("--from", release, "--unattended").stderr
    assert box.calls == []


def test_a_box_that_was_told_no_place_looks_nowhere(run: Run) -> None:
    done = run()
    assert done.exit_code == 0
    assert "no stick with the label BEURT" in done.stderr


def test_the_place_stands_beside_the_branch_file(box: StandInBox, run: Run) -> None:
    (box.folder / "update.url").write_text("http://127.0.0.1/\n")
    refused = run()
    assert refused.exit_code == 1
    assert "https" in refused.stderr
    (box.folder / "update.url").write_text("https://127.0.0.1:1/\n")
    out_of_reach = run()
    assert out_of_reach.exit_code == 0
    assert "cannot be fetched" in out_of_reach.stderr
    assert not (box.folder / "health/update.json").exists()


def test_what_is_fetched_waits_and_is_installed_by_another(
    box: StandInBox, organisation: Organisation, run: Run
) -> None:
    release = organisation.release("2.0")
    box.has("2.0", release)
    fetched = run("--fetch", "--from", str(release))
    assert (fetched.exit_code, fetched.output) == (0, "2.0 is here, and waits to be installed\n")
    assert box.versions.current == "1.0"
    assert run("--from", str(box.folder / "health/release")).exit_code == 0
    assert box.running == "2.0"


def test_on_a_root_that_forgets_nothing_is_installed() -> None:
    rows = "29 1 0:27 / {} rw,relatime - {} {} rw\n"
    forgets = rows.format("/", "overlay", "overlayroot") + rows.format("/var/lib/beurt", "ext4", "/dev/sda3")
    with pytest.raises(ReleaseFault, match="root is read-only"):
        _refuse_a_root_that_forgets(Path("/opt/beurt"), forgets)
    _refuse_a_root_that_forgets(Path("/opt/beurt"), forgets + rows.format("/opt", "ext4", "/dev/sda4"))


def test_nothing_to_resume_is_no_trouble(run: Run) -> None:
    assert run("--resume").exit_code == 0


def test_to_resume_in_the_middle_of_an_update_is_no_trouble(box: StandInBox, run: Run) -> None:
    with (box.root / "update.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = run("--resume")
        assert (done.exit_code, run("--from", str(box.folder)).exit_code) == (0, 1)
    assert "another update is under way" in done.stderr


@dataclass
class Branch:
    """A branch whose hub really runs, from version 0.1.0 of this checkout."""

    folder: Path
    root: Path
    organisation: Organisation
    client: WireClient

    def update(self, release: Path, path: str) -> subprocess.CompletedProcess[str]:
        word = ("--word", str(self.folder / "update.json"), "--key", str(self.organisation.public), "--patience", "1")
        where = ("--config", str(self.folder / "branch.toml"), "--root", str(self.root), "--from", str(release))
        return subprocess.run(
            [sys.executable, "-m", "beurt", "update", *where, *word],
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )


@pytest.fixture
def branch(broker: Mosquitto, organisation: Organisation, tmp_path: Path) -> Iterator[tuple[Branch, StandInSystemd]]:
    folder, root = tmp_path / "branch", tmp_path / "opt"
    folder.mkdir()
    config = folder / "branch.toml"
    config.write_text(BRANCH.format(branch="proef-update", port=broker.port, folder=folder, more="", hub="hub-update"))
    systemd = StandInSystemd(folder, root, config)
    (folder / "report.json").write_text(report("0.1.0", ""))
    program = root / "releases/0.1.0/bin/beurt"
    program.parent.mkdir(parents=True)
    program.write_text(systemd.old_beurt)
    program.chmod(0o755)
    (root / "releases/0.1.0" / WHOLE).touch()
    Versions(root).use("0.1.0")
    subprocess.run(["systemctl", "restart", "beurt.target"], env={**os.environ, "PATH": systemd.path}, check=True)
    client = WireClient(broker.port, "proef-update")
    client.latest("menu")
    yield Branch(folder, root, organisation, client), systemd
    client.close()
    systemd.stop()


@pytest.mark.long
def test_after_an_update_to_a_broken_version_the_tickets_of_before_and_after_are_all_there(
    branch: tuple[Branch, StandInSystemd],
) -> None:
    here, systemd = branch
    taken = [here.client.ask("take-ticket", device="kiosk-1")["ticket"] for _ in range(3)]
    here.client.ask("open-desk", desk="1")
    for ticket in taken:
        here.client.ask("withdraw-ticket", ticket_id=ticket["ticket_id"])
    first = systemd.pid
    done = here.update(here.organisation.release("9.0", does="sys.exit('no such table')"), systemd.path)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "9.0 was no good, so 0.1.0 is in use again" in done.stdout
    told = json.loads((here.folder / "update.json").read_text())
    assert told["outcome"] == "rolled-back"
    # On a busy computer its doctor may be asked before it has ended.
    assert told["trouble"] in {"beurt-hub does not run", "the doctor of this version says nothing that can be read"}
    assert Versions(here.root).current == "0.1.0"
    assert systemd.pid != first
    statuses = "device/hub-update/status"
    assert here.client.wait_for(
        lambda: next((s for s in here.client.messages(statuses)[-1:] if s["state"] == "ready"), None)
    )
    after = here.client.ask("take-ticket", device="kiosk-1")["ticket"]
    assert [ticket["number"] for ticket in (*taken, after)] == ["1", "2", "3", "4"]
    floor = here.client.latest("floor", lambda floor: floor["today"]["taken"] == 4)
    assert floor["today"]["waiting"] == 1
