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
UNIT = "beurt-update.service"


@pytest.fixture(scope="module")
def secret(box: DeviceBox, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The key of an organisation that the box trusts from now on."""
    made, public = make_keys(tmp_path_factory.mktemp("keys"))
    box.path("/etc/beurt/release.pub").write_bytes(public.read_bytes())
    return made


def update(box: DeviceBox, *more: str) -> tuple[int, str]:
    """`beurt update` while people wait, with no more rights than its unit has: the exit code, and what it said."""
    order = box.path(f"/run/systemd/system/{UNIT}.d/now.conf")
    order.parent.mkdir(parents=True, exist_ok=True)
    order.write_text(f"[Service]\nExecStart=\nExecStart=/usr/local/bin/beurt update --now {' '.join(more)}\n")
    box.run("systemctl", "daemon-reload")
    start = ["nsenter", "--all", f"--target={box.init}", "--", "systemctl", "start", UNIT]
    subprocess.run(start, capture_output=True, timeout=LIMIT_S, check=False)
    code = int(box.unit(UNIT, "ExecMainStatus"))
    box.run("systemctl", "reset-failed", UNIT, check=False)
    return code, box.journal(f"--unit={UNIT}")


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
    code, said = update(box, "--from", "/srv/good")
    assert code == 0, said
    assert (in_use(box), told(box)["outcome"]) == ("7.0", "installed")
    assert int(visitors.take()) == first + 1
    assert visitors.have_what_they_took()
    assert sorted(each.name for each in box.path("/opt/beurt/releases").iterdir()) == sorted([before, "7.0"])


def test_a_trial_that_the_power_cut_short_is_judged_at_the_next_start(box: DeviceBox) -> None:
    report = json.loads(box.run("beurt", "doctor", "--json", check=False).stdout)
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
    code, said = update(box, "--from", "/srv/broken", "--patience", "30")
    assert code == 2, said
    assert (in_use(box), told(box)["outcome"]) == ("7.0", "rolled-back")
    assert "beurt-hub" in str(told(box)["trouble"])
    assert int(visitors.take()) == first + 1
    assert visitors.have_what_they_took()
    assert box.run("systemctl", "--failed", "--plain", "--no-legend").stdout == ""


def test_the_backup_is_made_by_the_hubs_own_user_and_tried(box: DeviceBox) -> None:
    box.run("systemctl", "start", "beurt-backup.service")
    assert box.unit("beurt-backup.service", "Result") == "success"
    word = json.loads(box.path("/var/backups/beurt/last.json").read_text())
    assert word["trouble"] is None
    assert box.run("stat", "--format=%U %a", f"/var/backups/beurt/{word['file']}").stdout.strip() == "beurt-hub 600"
