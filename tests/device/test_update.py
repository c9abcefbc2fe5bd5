import json
import subprocess
from pathlib import Path

import pytest
from altered_release import alter
from device_box import DeviceBox, seconds_until
from visitors_elsewhere import VisitorsElsewhere

from upkeep.release.signature import make_keys

pytestmark = pytest.mark.timeout(600)

SPOILT = {"hub/program.py": "raise SystemExit('the hub of this version does not start')\n"}
LIMIT_S = 600
FETCHING, INSTALLING = "beurt-update.service", "beurt-update-install.service"
WAITING = "/var/cache/beurt-update/release"


@pytest.fixture(scope="module")
def secret(box: DeviceBox, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The key of an organisation that the box trusts from now on."""
    made, public = make_keys(tmp_path_factory.mktemp("keys"))
    box.path("/etc/beurt/release.pub").write_bytes(public.read_bytes())
    return made


def update(box: DeviceBox, release: str, *more: str) -> tuple[int, str]:
    """What the timer starts, although the doors are open: the exit code of the second half, and what both said."""
    order(box, FETCHING, f"--fetch --from {release}")
    order(box, INSTALLING, f"--now --from {WAITING} {' '.join(more)}")
    before = box.unit(INSTALLING, "InvocationID")
    start = ["nsenter", "--all", f"--target={box.init}", "--", "systemctl", "start", FETCHING]
    subprocess.run(start, capture_output=True, timeout=LIMIT_S, check=False)
    seconds_until(lambda: box.unit(INSTALLING, "InvocationID") != before)
    seconds_until(lambda: box.unit(INSTALLING, "ActiveState") in {"inactive", "failed"}, LIMIT_S)
    code = int(box.unit(INSTALLING, "ExecMainStatus"))
    box.run("systemctl", "reset-failed", INSTALLING, check=False)
    return code, box.journal(f"--unit={FETCHING}", f"--unit={INSTALLING}")


def order(box: DeviceBox, unit: str, options: str) -> None:
    file = box.path(f"/run/systemd/system/{unit}.d/now.conf")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"[Service]\nExecStart=\nExecStart=/usr/local/bin/beurt update {options}\n")
    box.run("systemctl", "daemon-reload")


def told(box: DeviceBox) -> dict[str, str | None]:
    word: dict[str, str | None] = json.loads(box.path("/var/lib/beurt-health/update.json").read_text())
    return word


def in_use(box: DeviceBox) -> str:
    return box.run("beurt", "--version").stdout.strip()


def test_a_good_version_comes_into_use_and_every_number_stays(
    box: DeviceBox, visitors: VisitorsElsewhere, secret: Path
) -> None:
    before = in_use(box)
    first = int(visitors.take())
    alter(box.path("/srv/release"), box.path("/srv/good"), "7.0", secret, {})
    code, said = update(box, "/srv/good")
    assert code == 0, said
    assert (in_use(box), told(box)["outcome"]) == ("7.0", "installed")
    assert int(visitors.take()) == first + 1
    assert visitors.have_what_they_took()
    assert sorted(each.name for each in box.path("/opt/beurt/releases").iterdir()) == sorted([before, "7.0"])


def test_a_trial_that_the_power_cut_short_is_judged_at_the_next_start(box: DeviceBox) -> None:
    box.run("systemctl", "start", "beurt-judge.service")
    report = json.loads(box.path("/run/beurt-judged.json").read_text())
    trial = {"before": "0.1.0", "on_trial": "7.0", "release": "", "units": ["beurt-hub"], "report": report}
    box.path("/opt/beurt/trial.json").write_text(json.dumps(trial))
    box.run("systemctl", "start", "beurt-update-resume.service")
    seconds_until(lambda: not box.path("/opt/beurt/trial.json").exists(), 240)
    seconds_until(lambda: box.unit("beurt-update-resume.service", "ActiveState") == "inactive")
    assert box.unit("beurt-update-resume.service", "Result") == "success"
    assert (in_use(box), told(box)["outcome"]) == ("7.0", "installed")


def test_a_broken_version_goes_by_itself_and_no_number_with_it(
    box: DeviceBox, visitors: VisitorsElsewhere, secret: Path
) -> None:
    first = int(visitors.take())
    alter(box.path("/srv/release"), box.path("/srv/broken"), "9.0", secret, SPOILT)
    code, said = update(box, "/srv/broken", "--patience", "30")
    assert code == 2, said
    assert (in_use(box), told(box)["outcome"]) == ("7.0", "rolled-back")
    assert "beurt-hub" in str(told(box)["trouble"])
    assert int(visitors.take()) == first + 1
    assert visitors.have_what_they_took()
    assert box.run("systemctl", "--failed", "--plain", "--no-legend").stdout == ""


def test_who_fetches_changes_nothing_but_what_waits(box: DeviceBox) -> None:
    assert box.run("stat", "--format=%U", WAITING).stdout.strip() == "beurt-update"
    places = "/opt/beurt /opt/beurt/releases /etc/beurt /var/lib/beurt-health /var/backups/beurt /usr/local/bin"
    looks = "; ".join(f"test -w {place} && echo {place}" for place in places.split())
    asked = "find /etc/beurt -readable -type f | sort; test -e /etc/beurt/secrets/hub-1 && echo secrets"
    file = box.path(f"/run/systemd/system/{FETCHING}.d/now.conf")
    file.write_text(f"[Service]\nExecStart=\nExecStart=/bin/sh -c '{looks}; {asked}; exit 1'\n")
    box.run("systemctl", "daemon-reload")
    box.run("systemctl", "start", FETCHING, check=False)
    box.run("systemctl", "reset-failed", FETCHING)
    said = box.journal(f"_SYSTEMD_INVOCATION_ID={box.unit(FETCHING, 'InvocationID')}").split()
    assert [line for line in said if line in places.split() or line.endswith((".key", "secrets"))] == []
    assert "/etc/beurt/branch.toml" in said


def test_by_hand_one_program_does_all_of_it(box: DeviceBox, secret: Path) -> None:
    before = in_use(box)
    done = box.run("beurt", "update", "--now", "--from", "/srv/release", check=False)
    assert (done.returncode, in_use(box), told(box)["outcome"]) == (1, before, "refused"), done.stderr
    assert "not signed with" in done.stderr
    alter(box.path("/srv/release"), box.path("/srv/older"), "0.0.1", secret, {})
    older = box.run("beurt", "update", "--now", "--from", "/srv/older", check=False)
    assert (older.returncode, in_use(box)) == (1, before), older.stderr
    assert "0.0.1 is older than" in older.stderr


def test_the_backup_is_made_by_the_hubs_own_user_and_tried(box: DeviceBox) -> None:
    box.run("systemctl", "start", "beurt-backup.service")
    assert box.unit("beurt-backup.service", "Result") == "success"
    word = json.loads(box.path("/var/backups/beurt/last.json").read_text())
    assert word["trouble"] is None
    assert box.run("stat", "--format=%U %a", f"/var/backups/beurt/{word['file']}").stdout.strip() == "beurt-hub 600"
