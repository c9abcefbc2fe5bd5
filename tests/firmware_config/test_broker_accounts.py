from pathlib import Path

import pytest
from boxes import ALONE, DEVICES, settings

from firmware_config.box import BoxFault
from firmware_config.broker_accounts import PASSWORDS, WATCH, WATCH_PASSWORD, account_files
from firmware_config.passwords import is_of, line_of

BRANCH = settings(broker=ALONE, accounts=DEVICES)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "etc/beurt/secrets").mkdir(parents=True)
    for name in DEVICES:
        (tmp_path / "etc/beurt/secrets" / name).write_text(f"geheim van {name}\n")
    return tmp_path


def lines(root: Path) -> dict[str, str]:
    files, _ = account_files(BRANCH, root)
    return {row.partition(":")[0]: row for row in files[PASSWORDS].text.splitlines()}


def put(root: Path) -> None:
    files, _ = account_files(BRANCH, root)
    for path, file in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(file.text)


def test_each_device_has_the_password_of_its_secret(root: Path) -> None:
    made = lines(root)
    assert set(made) == {*DEVICES, WATCH}
    assert {name for name in DEVICES if is_of(made[name], f"geheim van {name}")} == set(DEVICES)


def test_the_watch_has_a_password_of_its_own_that_stays(root: Path) -> None:
    put(root)
    password = (root / WATCH_PASSWORD).read_text().strip()
    assert len(password) >= 40
    assert is_of(lines(root)[WATCH], password)
    put(root)
    assert (root / WATCH_PASSWORD).read_text().strip() == password


def test_only_the_broker_reads_its_own_passwords(root: Path) -> None:
    files, _ = account_files(BRANCH, root)
    assert (files[PASSWORDS].mode, files[PASSWORDS].owner) == (0o600, "mosquitto")
    watch = files[WATCH_PASSWORD]
    assert (watch.mode, watch.owner, watch.group) == (0o640, "root", "mosquitto")


def test_a_device_of_another_box_keeps_the_line_that_it_brought(root: Path) -> None:
    (root / "etc/beurt/secrets/kiosk-1").unlink()
    (root / PASSWORDS).parent.mkdir()
    (root / PASSWORDS).write_text(f"{line_of('kiosk-1', 'elders')}\n")
    assert is_of(lines(root)["kiosk-1"], "elders")


def test_a_device_without_a_password_is_named(root: Path) -> None:
    (root / "etc/beurt/secrets/kiosk-1").unlink()
    (root / "etc/beurt/secrets/display-1").write_text("\n")
    assert account_files(BRANCH, root)[1] == ["kiosk-1", "display-1"]


def test_a_secret_that_is_no_text_is_a_fault(root: Path) -> None:
    (root / "etc/beurt/secrets/kiosk-1").write_bytes(b"\xff\xfe")
    with pytest.raises(BoxFault, match="kiosk-1 is no password"):
        account_files(BRANCH, root)
