import base64
import json
import tomllib
from dataclasses import replace

import pytest
from card_office import SMALLEST, STOCK_LINE, CardOffice
from cryptography import x509

from firmware_config.image.program import FAULTY, Wish, run
from runtime.passwords import is_right
from runtime.settings.load import load
from trust import certificates, keys
from trust.authority import Authority

TWO_BOXES = SMALLEST + '[broker]\nhost = "hengelo-hub-1.local"\n'
TWO_KIOSKS = TWO_BOXES + '[[kiosks]]\ndevice = "kiosk-1"\n[[kiosks]]\ndevice = "kiosk-2"\n'
WIFI = SMALLEST + '[network]\nkind = "wifi"\n'


def on_card(office: CardOffice) -> dict[str, bytes]:
    return {
        file.relative_to(office.card).as_posix(): file.read_bytes() for file in office.card.rglob("*") if file.is_file()
    }


def test_the_smallest_branch_file_makes_a_whole_card(office: CardOffice) -> None:
    assert run(office.wish(is_offline=True)) == 0
    settings = load(office.ours / "root/etc/beurt/branch.toml")
    assert set(settings.broker.accounts) == {"hub-1", "console-1", "kiosk-1", "display-1", "monitor"}
    assert settings.console.listen == "0.0.0.0:8443"
    box = tomllib.loads((office.ours / "root/etc/beurt/box.toml").read_text())
    assert box == {"devices": ["hub-1", "console-1", "kiosk-1", "display-1"]}
    staff = (office.ours / "root/etc/beurt/secrets/staff.argon2").read_text().strip()
    assert is_right(staff, "wachtwoord")
    assert (office.ours / "debs/Packages").exists()
    assert (office.ours / "host").read_text() == "hengelo-hub-1"


def test_what_the_branch_file_says_itself_goes_before_our_conventions(office: CardOffice) -> None:
    own = SMALLEST + '[console]\nlisten = "0.0.0.0:9443"\n[broker.accounts.hub-1]\npassword_file = "/etc/hub"\n'
    assert run(office.wish(branch=own)) == 0
    settings = load(office.ours / "root/etc/beurt/branch.toml")
    assert settings.console.listen == "0.0.0.0:9443"
    assert settings.console.tls_key is not None
    assert settings.broker.accounts["hub-1"].password_file.as_posix() == "/etc/hub"


def test_the_organisations_own_file_stands_below_the_branch_file(office: CardOffice) -> None:
    (office.folder / "organisation.toml").write_text(
        '[network]\ntime_server = "ntp.example"\n[reports]\nthreshold = 9\n'
    )
    assert run(office.wish(branch=SMALLEST + "[reports]\nthreshold = 7\n")) == 0
    settings = load(office.ours / "root/etc/beurt/branch.toml")
    assert (settings.network.time_server, settings.reports.threshold) == ("ntp.example", 7)


def test_a_card_that_is_written_again_is_as_if_it_were_new(office: CardOffice) -> None:
    assert run(office.wish(is_offline=True)) == 0
    first = on_card(office)
    assert run(office.wish(is_offline=True)) == 0
    second = on_card(office)
    assert first.keys() == second.keys()
    changed = {name for name in first if first[name] != second[name]}
    assert changed == {
        "meta-data",
        "beurt/enrolment/enrolment/authority.crt",
        "beurt/enrolment/enrolment/authority.key",
    }


def test_the_stock_files_keep_what_they_had(office: CardOffice) -> None:
    assert run(office.wish()) == 0
    line = (office.card / "cmdline.txt").read_text()
    assert line.startswith(STOCK_LINE.strip())
    assert line.count("\n") == 1
    config = (office.card / "config.txt").read_text()
    assert config.startswith("dtparam=audio=on\n[cm5]\ndtoverlay=dwc2,dr_mode=host\n[all]\n")
    assert "dtparam=watchdog=on" in config


def test_the_key_of_the_organisation_never_goes_on_a_card(office: CardOffice) -> None:
    assert run(office.wish(is_offline=True)) == 0
    secrets = [(office.folder / "authority" / name).read_bytes() for name in ("authority.key", "release.key")]
    assert [content for content in on_card(office).values() if content in secrets] == []


def test_a_box_without_the_hub_gets_a_certificate_that_counts_once_and_nothing_of_the_hub(office: CardOffice) -> None:
    assert run(office.wish("kiosk-1", branch=TWO_BOXES)) == 0
    names = {file.name for file in (office.ours / "enrolment").rglob("*") if file.is_file()}
    assert names == {"organisation.crt", "kiosk-1.once.crt", "kiosk-1.once.key"}
    once = certificates.load(office.ours / "enrolment/kiosk-1.once.crt")[0]
    once.verify_directly_issued_by(Authority.load(office.folder / "authority").certificate)
    assert keys.device_of(once.subject) == ("kiosk-1", "hengelo")
    assert [file.name for file in (office.ours / "root/etc/beurt/secrets").iterdir()] == ["service.argon2"]


def test_the_hubs_card_can_vouch_for_no_other_branch(office: CardOffice) -> None:
    assert run(office.wish(branch=TWO_BOXES)) == 0
    enrolling = certificates.load(office.ours / "enrolment/enrolment/authority.crt")[0]
    permitted = enrolling.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees
    assert permitted is not None
    names = [str(each.value) for each in permitted]
    assert "hengelo.beurt.internal" in names
    assert "hengelo-hub-1.local" in names


@pytest.mark.parametrize(
    ("missing", "told"),
    [("config.txt", "it has no config.txt"), ("cmdline.txt", "no cmdline.txt"), ("user-data", "older than Trixie")],
)
def test_a_folder_that_is_no_card_is_left_alone(
    office: CardOffice, capsys: pytest.CaptureFixture[str], missing: str, told: str
) -> None:
    (office.card / missing).unlink()
    before = on_card(office)
    assert run(office.wish()) == FAULTY
    assert told in capsys.readouterr().err
    assert on_card(office) == before


def test_a_kiosk_alone_is_refused_while_nobody_knows_where_its_hub_is(
    office: CardOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(office.wish("kiosk-1")) == FAULTY
    assert '[broker] host = "hengelo-hub-1.local"' in capsys.readouterr().err
    assert not office.ours.exists()


@pytest.mark.parametrize(
    ("branch", "devices", "told"),
    [
        (SMALLEST + "[hub]\ndevise = 1\n", (), "it/branch.toml:5: hub.devise is 1; expected no unknown key"),
        ("[branch\n", (), "it/branch.toml: Expected ']'"),
        (SMALLEST, ("kiosk-9",), 'no device is called "kiosk-9"'),
        (WIFI, (), "write two lines there"),
        (TWO_KIOSKS, (), "kiosk-1 and kiosk-2 cannot be one box"),
        (TWO_KIOSKS, ("kiosk-1", "kiosk-2"), "such as --device kiosk-1"),
    ],
)
def test_a_fault_is_told_before_anything_is_written(
    office: CardOffice, capsys: pytest.CaptureFixture[str], branch: str, devices: tuple[str, ...], told: str
) -> None:
    before = on_card(office)
    assert run(office.wish(*devices, branch=branch)) == FAULTY
    assert told in capsys.readouterr().err
    assert on_card(office) == before


def test_a_fault_of_the_organisation_is_told_without_a_line_that_nobody_wrote(
    office: CardOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    (office.folder / "organisation.toml").write_text("[reports]\nthreshold = 0\n")
    assert run(office.wish()) == FAULTY
    assert capsys.readouterr().err.startswith("organisation.toml: reports.threshold is 0;")


def test_a_branch_file_that_is_no_text_is_told(office: CardOffice, capsys: pytest.CaptureFixture[str]) -> None:
    wish = office.wish()
    (office.folder / "branch.toml").write_bytes("[branch]\n".encode("utf-16"))
    assert run(wish) == FAULTY
    assert "branch.toml is no text in UTF-8: open it in an editor" in capsys.readouterr().err


def test_a_card_that_is_not_in_is_told(office: CardOffice, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(replace(office.wish(), out=office.card / "bootfs")) == FAULTY
    assert "bootfs is not there. Put the card into this computer" in capsys.readouterr().err


def test_a_card_that_cannot_be_written_is_told(office: CardOffice, capsys: pytest.CaptureFixture[str]) -> None:
    (office.card / "user-data").unlink()
    (office.card / "user-data").mkdir()
    assert run(office.wish()) == FAULTY
    told = capsys.readouterr().err
    assert told.startswith(str(office.card / "user-data"))
    assert "is the card still in, and is its lock open?" in told


@pytest.mark.parametrize("name", ["Hengelo Noord", "hengelo_noord", "héngelo"])
def test_a_new_branch_file_is_called_by_an_id(
    office: CardOffice, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert run(replace(office.wish(), branch=office.folder / f"{name}.toml", name="Hengelo Noord")) == FAULTY
    assert "such as hengelo-noord.toml" in capsys.readouterr().err
    assert not (office.folder / f"{name}.toml").exists()


def test_a_release_that_somebody_changed_is_refused(office: CardOffice, capsys: pytest.CaptureFixture[str]) -> None:
    (office.folder / "release/wheels/aan_de_beurt-0.1.0-py3-none-any.whl").write_bytes(b"other")
    assert run(office.wish()) == FAULTY
    assert "aan_de_beurt-0.1.0" in capsys.readouterr().err


def test_the_key_of_a_wireless_network_is_on_the_card_as_a_hash_only(office: CardOffice) -> None:
    (office.folder / "secrets/wifi").write_text("Bibliotheek\nheel geheim woord\n")
    assert run(office.wish(branch=WIFI)) == 0
    assert b"heel geheim woord" not in b"".join(on_card(office).values())
    assert "cfg80211.ieee80211_regdom=NL" in (office.card / "cmdline.txt").read_text()


def test_a_pop_up_box_gets_a_network_with_a_key_that_is_told_to_it(
    office: CardOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    own = office.wish(branch=SMALLEST + '[network]\nkind = "own-wifi"\n')
    assert run(own) == 0
    name, key = (office.folder / "secrets/hengelo/wifi").read_text().splitlines()
    assert f'with the key "{key}"' in capsys.readouterr().out
    assert f'"{name}"' in (office.card / "network-config").read_text()
    assert run(own) == 0
    assert "with the key" not in capsys.readouterr().out


def test_a_name_is_all_that_a_new_branch_needs(office: CardOffice, capsys: pytest.CaptureFixture[str]) -> None:
    wish = replace(office.wish(), branch=office.folder / "almelo.toml")
    assert run(wish) == FAULTY
    assert "--name" in capsys.readouterr().err
    assert run(replace(wish, name='Bibliotheek "Almelo"', printer="usb")) == 0
    assert (office.folder / "almelo.toml").read_text().startswith("[branch]\nid = ")
    branch = load(office.ours / "root/etc/beurt/branch.toml").branch
    assert (branch.id, branch.name) == ("almelo", 'Bibliotheek "Almelo"')
    assert load(office.ours / "root/etc/beurt/branch.toml").kiosks[0].printer.kind == "usb"
    assert run(replace(wish, name='Bibliotheek "Almelo"', printer="usb")) == 0
    assert run(replace(wish, name="Anders")) == FAULTY
    assert "is there already" in capsys.readouterr().err


def test_a_blank_card_knows_no_branch_and_no_secret(office: CardOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(office.folder)
    wish = Wish(None, office.card, kind="blank")
    assert run(wish) == 0
    names = {name for name in on_card(office) if name.startswith("beurt/") and "/release/" not in name}
    assert names == {"beurt/kind", "beurt/host", "beurt/packages.txt", "beurt/root/etc/beurt/release.pub"}
    assert (office.ours / "kind").read_text() == "blank"


def test_a_page_shows_the_console_and_nothing_else(office: CardOffice) -> None:
    assert run(office.wish(branch=TWO_KIOSKS, kind="page")) == 0
    assert "video=" not in (office.card / "cmdline.txt").read_text()
    root = office.ours / "root/etc"
    policy = json.loads((root / "chromium/policies/managed/beurt.json").read_text())
    assert policy["URLAllowlist"] == ["https://hengelo-hub-1.local:8443/"]
    assert policy["URLBlocklist"] == ["*"]
    given = x509.load_der_x509_certificate(base64.b64decode(policy["CACertificates"][0]))
    assert given == Authority.load(office.folder / "authority").certificate
    unit = (root / "systemd/system/beurt-page.service").read_text()
    assert "https://hengelo-hub-1.local:8443/" in unit
    assert "LANGUAGE=nl" in unit
    assert not (root / "beurt").exists()
    assert not (office.ours / "enrolment").exists()


def test_another_box_of_a_pop_up_joins_the_network_that_the_hub_makes(office: CardOffice) -> None:
    pop_up = SMALLEST + '[network]\nkind = "own-wifi"\n[broker]\nhost = "10.42.0.1"\n'
    for wish, mode in ((office.wish(branch=pop_up), True), (office.wish("display-1", branch=pop_up), False)):
        assert run(wish) == 0
        assert ('mode: "ap"' in (office.card / "network-config").read_text()) is mode


def test_a_second_box_with_the_same_address_is_told(office: CardOffice, capsys: pytest.CaptureFixture[str]) -> None:
    fixed = TWO_BOXES + '[network]\naddress = "192.0.2.5/24"\n'
    assert run(office.wish(branch=fixed)) == 0
    assert "cannot share" not in capsys.readouterr().out
    assert run(office.wish("display-1", branch=fixed)) == 0
    assert "192.0.2.5/24, as every box from this branch file; two boxes cannot share one" in capsys.readouterr().out


def test_a_box_of_no_branch_is_no_device(office: CardOffice, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(office.wish("display-1", kind="page")) == FAULTY
    assert "--device is for a box of a branch" in capsys.readouterr().err


def test_a_page_of_a_console_that_nobody_reaches_is_refused(
    office: CardOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    own = SMALLEST + '[console]\nlisten = "127.0.0.1:8443"\n'
    assert run(office.wish(branch=own, kind="page")) == FAULTY
    assert "set 0.0.0.0:8443" in capsys.readouterr().err


def test_what_to_do_next_is_said(office: CardOffice, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(office.wish(is_offline=True)) == 0
    told = capsys.readouterr().out
    assert "100% of" in told
    assert "stays free" in told
    assert "eject the card" in told
