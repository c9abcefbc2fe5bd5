import ast
import stat
import subprocess
import sys
from pathlib import Path

from bare_box import SECRET, NotedRuns

import firmware_config.first_boot as room
from firmware_config.first_boot.install import AGAIN, begin, go_on
from firmware_config.first_boot.place import Place
from firmware_config.first_boot.screen import Screen
from runtime import files

SOURCES = sorted(Path(room.__file__).parent.glob("*.py"))


def words(runs: NotedRuns) -> str:
    return "\n".join(" ".join(command) for command in runs.noted)


def on_screen(screen: Screen) -> str:
    assert screen.tty
    return " ".join(screen.tty.read_text().split())


def test_a_first_boot_ends_with_the_programs_running_and_cloud_init_off(
    place: Place, runs: NotedRuns, screen: Screen
) -> None:
    assert go_on(place, runs, screen) == 0
    assert place.done.exists()
    assert (place.root / "etc/cloud/cloud-init.disabled").exists()
    assert ("systemctl", "enable", "beurt.target", "nftables.service") in runs.noted
    assert runs.noted[-1] == ("systemctl", "--no-block", "reboot")
    assert (place.root / "usr/local/bin/beurt").readlink() == Path("/opt/beurt/current/bin/beurt")
    assert "Klaar: de zuil start nu opnieuw." in on_screen(screen)


def test_the_box_gets_its_files_and_its_name(place: Place, runs: NotedRuns, screen: Screen) -> None:
    go_on(place, runs, screen)
    assert (place.root / "etc/beurt/branch.toml").read_text() == '[branch]\nid = "hengelo"\n'
    secret = place.root / "etc/beurt/secrets/staff.argon2"
    assert secret.read_text() == SECRET
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert (place.root / "etc/hostname").read_text() == "hengelo-hub-1\n"
    assert (place.root / "etc/hosts").read_text() == "127.0.0.1\tlocalhost\n127.0.1.1\thengelo-hub-1\n"


def test_no_secret_stays_on_the_card(place: Place, runs: NotedRuns, screen: Screen) -> None:
    go_on(place, runs, screen)
    left = [file for file in place.card.parent.rglob("*") if file.is_file() and SECRET in file.read_text()]
    assert left == []
    assert (place.card.parent / "network-config").exists()


def test_what_fails_is_said_with_its_step_and_what_comes_before_is_not_done_again(
    place: Place, runs: NotedRuns, screen: Screen
) -> None:
    runs.failing.add("upkeep.release.install")
    assert go_on(place, runs, screen) == AGAIN
    told = on_screen(screen)
    assert "Stap 3 van 9: Het programma van de wachtrij" in told
    assert "het ging niet" in told
    assert "bel IT" in told
    assert not place.done.exists()
    runs.failing.clear()
    runs.noted.clear()
    assert go_on(place, runs, screen) == 0
    assert "apt-get" not in words(runs)
    assert place.done.exists()


def test_the_release_is_installed_by_our_own_wheel_on_the_card(place: Place, runs: NotedRuns, screen: Screen) -> None:
    go_on(place, runs, screen)
    at = next(number for number, command in enumerate(runs.noted) if "upkeep.release.install" in command)
    assert runs.environments[at] == {"PYTHONPATH": str(place.wheel)}


def test_secrets_stay_on_the_card_until_the_box_has_its_own(place: Place, runs: NotedRuns, screen: Screen) -> None:
    runs.failing.add("enrol")
    assert go_on(place, runs, screen) == AGAIN
    assert (place.card / "enrolment/enrolment/authority.key").read_text() == SECRET


def test_a_card_that_lacks_something_changes_nothing(place: Place, runs: NotedRuns, screen: Screen) -> None:
    (place.card / "packages.txt").unlink()
    assert go_on(place, runs, screen) == AGAIN
    assert "Op de kaart ontbreekt packages.txt. Maak de kaart opnieuw." in on_screen(screen)
    assert runs.noted == []


def test_a_name_that_could_do_harm_is_refused(place: Place, runs: NotedRuns, screen: Screen) -> None:
    (place.card / "host").write_text("box; reboot")
    assert go_on(place, runs, screen) == AGAIN
    assert "hostname" not in words(runs)


def test_all_that_was_told_stands_in_a_file_on_the_card_without_any_secret(
    place: Place, runs: NotedRuns, screen: Screen
) -> None:
    go_on(place, runs, screen)
    assert screen.log
    rows = screen.log.read_text().splitlines()
    assert len(rows) == 10
    assert "Even geduld, de zuil wordt klaargezet (1 van 9)" in rows[0]
    assert SECRET not in screen.log.read_text()


def test_cloud_init_makes_it_a_unit_that_goes_on_after_a_power_cut(place: Place, runs: NotedRuns) -> None:
    begin(place, runs)
    unit = (place.root / "etc/systemd/system/beurt-first-boot.service").read_text()
    assert f"PYTHONPATH={place.wheel}" in unit
    assert "ConditionPathExists=!/var/lib/beurt-first-boot/done" in unit
    assert "After=local-fs.target network.target\n" in unit
    assert words(runs).splitlines() == [
        "systemctl daemon-reload",
        "systemctl enable beurt-first-boot.service",
        "systemctl start --no-block beurt-first-boot.service",
    ]


def test_a_blank_box_shows_a_code_and_is_then_what_it_was_paired_as(
    place: Place, runs: NotedRuns, screen: Screen
) -> None:
    (place.card / "kind").write_text("blank")
    (place.card / "root/etc/beurt/branch.toml").unlink()
    assert go_on(place, runs, screen) == 0
    assert "/usr/local/bin/beurt pairing box" in words(runs)
    assert "certificates enrol" not in words(runs)


def test_a_box_for_the_staffs_page_gets_a_browser_and_no_program(place: Place, runs: NotedRuns, screen: Screen) -> None:
    (place.card / "kind").write_text("page")
    assert go_on(place, runs, screen) == 0
    assert "upkeep.release.install" not in words(runs)
    assert ("systemctl", "enable", "beurt-page.service", "nftables.service") in runs.noted


def test_a_kind_of_box_that_does_not_exist_is_told(place: Place, runs: NotedRuns, screen: Screen) -> None:
    (place.card / "kind").write_text("koffiezetter")
    assert go_on(place, runs, screen) == AGAIN
    assert "koffiezetter" in on_screen(screen)


def test_it_runs_with_nothing_but_the_standard_library(tmp_path: Path) -> None:
    found = {
        name.split(".")[0]
        for source in (*SOURCES, Path(files.__file__))
        for node in ast.walk(ast.parse(source.read_text()))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names])
    }
    assert found - set(sys.stdlib_module_names) == {"firmware_config", "runtime"}
    bare = [sys.executable, "-I", "-S", "-c"]
    program = (
        f"import sys; sys.path.insert(0, {str(SOURCES[0].parents[2])!r}); import firmware_config.first_boot.install"
    )
    assert subprocess.run([*bare, program], cwd=tmp_path, check=False).returncode == 0
