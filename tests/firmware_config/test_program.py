from pathlib import Path

import pytest
from boxes import DEVICES

from firmware_config.box_file import BoxFile
from firmware_config.passwords import is_of
from firmware_config.program import FAULTY, run

BRANCH = """
[branch]
id = "proef"
name = "Bibliotheek Proef"
[broker]
socket = "/run/mosquitto/beurt.sock"
"""
EVERYTHING = BoxFile()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "root"
    (folder / "etc/beurt/secrets").mkdir(parents=True)
    accounts = "".join(f'accounts.{name}.password_file = "/etc/beurt/secrets/{name}"\n' for name in DEVICES)
    branch_of(folder).write_text(BRANCH + accounts)
    for name in DEVICES:
        (folder / "etc/beurt/secrets" / name).write_text(f"geheim van {name}\n")
    return folder


def branch_of(root: Path) -> Path:
    return root / "etc/beurt/branch.toml"


def passwords(root: Path) -> dict[str, str]:
    rows = (root / "etc/mosquitto/beurt.passwd").read_text().splitlines()
    return {row.partition(":")[0]: row for row in rows}


def test_it_tells_each_file_that_it_writes_and_the_second_time_that_there_is_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(branch_of(root), root, EVERYTHING) == 0
    first = capsys.readouterr().out
    assert "new     /etc/nftables.conf" in first
    assert run(branch_of(root), root, EVERYTHING) == 0
    assert capsys.readouterr().out == "nothing to change\n"


def test_a_box_with_two_screens_of_a_kind_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with branch_of(root).open("a") as file:
        file.write('[[displays]]\ndevice = "display-1"\n[[displays]]\ndevice = "display-2"\n')
    assert run(branch_of(root), root, EVERYTHING) == FAULTY
    assert "display-1 and display-2 cannot be one box" in capsys.readouterr().err
    assert not (root / "etc/nftables.conf").exists()


def test_a_difference_is_shown_and_nothing_is_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(branch_of(root), root, EVERYTHING, is_only_shown=True) == 0
    assert "+table inet beurt {" in capsys.readouterr().out
    assert [str(path) for path in root.iterdir()] == [str(root / "etc")]


def test_passwords_are_never_shown_not_even_hashed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(branch_of(root), root, EVERYTHING, is_only_shown=True)
    shown = capsys.readouterr()
    assert "/etc/mosquitto/beurt.passwd: changed, and not shown" in shown.out
    assert "$7$" not in shown.out + shown.err
    assert "geheim" not in shown.out + shown.err
    run(branch_of(root), root, EVERYTHING)
    watch = (root / "etc/beurt/secrets/broker-watch").read_text().strip()
    (root / "etc/beurt/secrets/broker-watch").write_text("another")
    run(branch_of(root), root, EVERYTHING, is_only_shown=True)
    assert watch not in capsys.readouterr().out


def test_the_brokers_passwords_are_those_of_the_secrets(root: Path) -> None:
    run(branch_of(root), root, EVERYTHING)
    assert {name for name, line in passwords(root).items() if is_of(line, f"geheim van {name}")} == set(DEVICES)
    assert (root / "etc/mosquitto/beurt.passwd").stat().st_mode & 0o777 == 0o600


def test_a_new_secret_changes_its_own_line_only(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(branch_of(root), root, EVERYTHING)
    before = passwords(root)
    (root / "etc/beurt/secrets/kiosk-1").write_text("nieuw")
    capsys.readouterr()
    run(branch_of(root), root, EVERYTHING)
    after = passwords(root)
    assert {name for name in DEVICES if before[name] != after[name]} == {"kiosk-1"}
    assert "changed /etc/mosquitto/beurt.passwd\n1 files written" in capsys.readouterr().out


def test_a_device_without_a_password_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "etc/beurt/secrets/kiosk-1").unlink()
    assert run(branch_of(root), root, EVERYTHING) == 0
    assert "kiosk-1 cannot log in at the broker yet" in capsys.readouterr().err


def test_a_secret_that_is_no_text_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "etc/beurt/secrets/kiosk-1").write_bytes(b"\xff\xfe")
    assert run(branch_of(root), root, EVERYTHING) == FAULTY
    assert "secrets/kiosk-1 is no password" in capsys.readouterr().err


def test_a_box_without_the_hub_has_no_passwords_of_others(root: Path) -> None:
    assert run(branch_of(root), root, BoxFile(("display-1",))) == 0
    assert not (root / "etc/mosquitto").exists()


def test_what_was_chosen_is_written_down_for_the_next_time(root: Path) -> None:
    run(branch_of(root), root, BoxFile(("kiosk-1",), is_usb_guarded=True))
    assert 'devices = ["kiosk-1"]' in (root / "etc/beurt/box.toml").read_text()
    assert "usb_guard = true" in (root / "etc/beurt/box.toml").read_text()


def test_a_list_of_certificates_that_count_no_longer_is_used_where_there_is_one(root: Path) -> None:
    text = branch_of(root).read_text().replace("[broker]", '[broker]\nport = 8883\ntls_ca = "/etc/beurt/ca.crt"')
    branch_of(root).write_text(text)
    broker = root / "etc/mosquitto/conf.d/beurt.conf"
    run(branch_of(root), root, EVERYTHING)
    assert "crlfile" not in broker.read_text()
    (root / "etc/beurt/revoked.crl").touch()
    run(branch_of(root), root, EVERYTHING)
    assert "crlfile /etc/beurt/revoked.crl" in broker.read_text()


@pytest.mark.parametrize("text", ["", "[branch]", "nonsense"])
def test_a_faulty_branch_file_writes_nothing(root: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    branch_of(root).write_text(text)
    assert run(branch_of(root), root, EVERYTHING) == FAULTY
    assert "branch.toml:1:" in capsys.readouterr().err
    assert not (root / "etc/nftables.conf").exists()
