import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from box_tree import BoxTree

ROOT = Path(__file__).parents[2]


def doctor(tree: BoxTree, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "beurt", "doctor", "--root", str(tree.root), *options]
    environment = {**os.environ, "PATH": f"{tree.folder('stand-ins')}:{os.environ['PATH']}"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_the_doctor_says_in_json_what_it_found_and_keeps_it(tree: BoxTree) -> None:
    tree.box("kiosk-1")
    tree.write("/etc/beurt/box.toml", 'devices = ["kiosk-1"]\n')
    tree.folder("/var/lib/beurt-health")
    ran = doctor(tree, "--json", "--keep")
    report = json.loads(ran.stdout)
    assert ran.returncode == 2
    assert (report["schema"], report["level"], report["devices"]) == (1, "critical", ["kiosk-1"])
    assert json.loads((tree.root / "var/lib/beurt-health/doctor.json").read_text()) == report


@pytest.mark.long
def test_the_doctor_ends_within_20_seconds_though_every_command_hangs(tree: BoxTree) -> None:
    tree.box("kiosk-1")
    tree.folder("/run/systemd/system")
    for name in ("systemctl", "journalctl", "vcgencmd"):
        tree.command(name, "exec sleep 300")
    began_s = time.monotonic()
    ran = doctor(tree)
    assert time.monotonic() - began_s < 20
    assert "systemd does not answer: it takes too long" in ran.stdout
    assert "The kernel's log cannot be read: it takes too long" in ran.stdout


def test_a_box_without_any_settings_is_told_what_it_lacks(tree: BoxTree) -> None:
    tree.folder("/etc")
    ran = doctor(tree)
    assert ran.returncode == 2
    assert ran.stdout.splitlines()[1].startswith("CRITICAL  settings: /etc/beurt/branch.toml")
