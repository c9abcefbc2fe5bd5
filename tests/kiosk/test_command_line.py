from pathlib import Path

from beurt_command import beurt

from kiosk.service import pin


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
