import subprocess
import sys
from pathlib import Path

from console import password
from kiosk.service import pin

BEURT = Path(sys.executable).with_name("beurt")
WITHIN_S = 30


def beurt(*arguments: str | Path, told: str = "") -> subprocess.CompletedProcess[str]:
    command = [BEURT, *arguments]
    return subprocess.run(command, capture_output=True, text=True, input=told, timeout=WITHIN_S, check=False)


def test_a_faulty_branch_file_is_refused_with_all_its_faults(tmp_path: Path) -> None:
    file = tmp_path / "branch.toml"
    file.write_text('[branch]\nid = "Hengelo!"\nname = 3\nmode = "plasa"\n')
    refused = beurt("hub", "--config", file)
    assert refused.returncode == 2
    assert [key for key in ("branch.id", "branch.name", "branch.mode") if key not in refused.stderr] == []
    assert "Traceback" not in refused.stderr


def test_a_missing_branch_file_is_named() -> None:
    refused = beurt("console", "--config", "/nowhere/branch.toml")
    assert refused.returncode == 2
    assert "/nowhere/branch.toml" in refused.stderr


def test_the_staffs_password_is_kept_as_a_hash_that_only_its_owner_reads(tmp_path: Path) -> None:
    file = tmp_path / "staff.argon2"
    written = beurt("staff-password", file, told="blauwe stoelen\nblauwe stoelen\n")
    assert written.returncode == 0, written.stderr
    assert password.is_right(password.read(file), "blauwe stoelen")
    assert file.stat().st_mode & 0o777 == 0o600
    assert "blauwe" not in file.read_text()


def test_a_password_that_is_too_short_is_refused(tmp_path: Path) -> None:
    refused = beurt("staff-password", tmp_path / "staff.argon2", told="kort\nkort\n")
    assert refused.returncode == 1
    assert "8 to 200" in refused.stderr
    assert not list(tmp_path.iterdir())


def test_the_pin_of_the_service_menu_is_kept_as_a_hash(tmp_path: Path) -> None:
    file = tmp_path / "service.argon2"
    written = beurt("service-pin", file, told="2468\n2468\n")
    assert written.returncode == 0, written.stderr
    assert pin.verdict(file, "2468") == "right"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_pin_of_letters_is_refused(tmp_path: Path) -> None:
    refused = beurt("service-pin", tmp_path / "service.argon2", told="geheim\ngeheim\n")
    assert refused.returncode == 1
    assert "4 to 8" in refused.stderr
    assert not list(tmp_path.iterdir())


def test_starting_the_command_loads_no_program() -> None:
    code = (
        "import sys, beurt; print([name for name in ('kivy', 'paho', 'sqlalchemy', 'litestar') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=WITHIN_S, check=True)
    assert told.stdout.strip() == "[]"
