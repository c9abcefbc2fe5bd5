import ssl
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from enrolling import Cards
from trusting import knock

from trust import certificates, files
from trust.authority import CERTIFICATE
from trust.enrolment.client import NotGiven
from trust.enrolment.server import context

NOW = datetime.now(UTC)


def test_the_hubs_box_makes_all_its_keys_and_certificates_and_leaves_them_alone_after_that(cards: Cards) -> None:
    assert cards.hub().enrol(cards.hub_card) == ["broker", "console", "devices/hub-1", "devices/console-1"]
    assert cards.hub().enrol(cards.hub_card) == []
    assert cards.hub().renew() == []


def test_the_hubs_box_makes_the_passwords_of_its_own_devices_and_of_who_looks_on(cards: Cards) -> None:
    cards.hub().enrol(cards.hub_card)
    made = {file.name: file.read_text() for file in (cards.settings.path.parent / "secrets").iterdir()}
    assert set(made) == {"hub-1", "console-1", "monitor"}
    assert len(set(made.values())) == 3


def test_a_box_keeps_its_keys_from_others(cards: Cards) -> None:
    cards.hub().enrol(cards.hub_card)
    found = {file.name: stat.S_IMODE(file.stat().st_mode) & 0o007 for file in cards.hub().etc.rglob("*.key")}
    assert set(found) == {"broker.key", "console.key", "hub-1.key", "console-1.key"}
    assert set(found.values()) == {0}


def test_a_browser_that_trusts_the_organisation_trusts_the_console(cards: Cards) -> None:
    cards.hub().enrol(cards.hub_card)
    console = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    console.load_cert_chain(cards.hub().etc / "console.crt", cards.hub().etc / "console.key")
    assert knock(console, cards.organisation.folder / CERTIFICATE, None) == "welcome"
    assert knock(console, cards.hub().etc / "ca.crt", None, name="hengelo-hub-1.local") == "welcome"


def test_a_power_cut_in_the_middle_is_made_good_by_beginning_again(cards: Cards) -> None:
    cards.hub().enrol(cards.hub_card)
    before = (cards.hub().etc / "ca.crt").read_bytes()
    (cards.hub().etc / "console.crt").unlink()
    (cards.hub().etc / "devices/hub-1.key").unlink()
    (cards.hub().etc / "devices/hub-1.crt").unlink()
    assert cards.hub().enrol(cards.hub_card) == ["console", "devices/hub-1"]
    assert (cards.hub().etc / "ca.crt").read_bytes() == before


@pytest.mark.parametrize(("days", "due"), [(59, 0), (60, 4), (91, 4), (2000, 4)])
def test_the_hubs_box_renews_its_own_with_thirty_days_left_and_also_when_it_is_late(
    cards: Cards, days: int, due: int
) -> None:
    cards.hub().enrol(cards.hub_card)
    now = NOW + timedelta(days=days, hours=1)
    assert len(cards.hub().renew(now)) == due
    assert cards.hub().renew(now) == []
    ends = certificates.load(cards.hub().etc / "broker.crt")[0].not_valid_after_utc
    assert ends > now + timedelta(days=29)


def test_a_box_without_the_hub_gets_its_first_certificate_and_gives_its_password(cards: Cards) -> None:
    cards.hub().enrol(cards.hub_card)
    with cards.open_door(1) as port:
        assert cards.kiosk(port).enrol(cards.kiosk_card) == ["devices/kiosk-1"]
    kiosk = cards.kiosk()
    assert (kiosk.etc / "ca.crt").read_bytes() == (cards.hub().etc / "ca.crt").read_bytes()
    assert len(cards.passwords["kiosk-1"]) > 40
    client = (kiosk.etc / "devices/kiosk-1.crt", kiosk.etc / "devices/kiosk-1.key")
    door = context(cards.hub().etc, certificates.load(cards.hub().etc / "ca.crt"))
    assert knock(door, kiosk.etc / "ca.crt", client) == "welcome"


def test_a_box_without_the_hub_renews_with_its_own_certificate_also_after_it_ended(cards: Cards) -> None:
    cards.hub().enrol(cards.hub_card)
    with cards.open_door(1) as port:
        cards.kiosk(port).enrol(cards.kiosk_card)
    (cards.kiosk_card / "kiosk-1.once.key").unlink()
    first = certificates.load(cards.kiosk().etc / "devices/kiosk-1.crt")[0]
    with cards.open_door(1) as port:
        assert cards.kiosk(port).renew(NOW + timedelta(days=70)) == ["devices/kiosk-1"]
    second = certificates.load(cards.kiosk().etc / "devices/kiosk-1.crt")[0]
    assert second.serial_number != first.serial_number
    assert second.public_key() == first.public_key()


def test_what_was_fetched_waits_until_another_program_takes_it(cards: Cards, tmp_path: Path) -> None:
    cards.hub().enrol(cards.hub_card)
    with cards.open_door(1) as port:
        cards.kiosk(port).enrol(cards.kiosk_card)
    before, later = cards.kiosk().etc / "devices/kiosk-1.crt", NOW + timedelta(days=70)
    first = before.read_bytes()
    with cards.open_door(1) as port:
        assert cards.kiosk(port).fetch(tmp_path / "waiting", later) == ["devices/kiosk-1"]
    assert before.read_bytes() == first
    assert cards.kiosk().install(tmp_path / "waiting") == []
    assert cards.kiosk().install(tmp_path / "waiting", later) == ["devices/kiosk-1"]
    assert before.read_bytes() == (tmp_path / "waiting/devices/kiosk-1.crt").read_bytes()
    assert cards.kiosk().install(tmp_path / "waiting", later) == []


def test_what_is_no_good_stays_where_it_waits(cards: Cards, tmp_path: Path) -> None:
    cards.hub().enrol(cards.hub_card)
    with cards.open_door(1) as port:
        cards.kiosk(port).enrol(cards.kiosk_card)
    before = (cards.kiosk().etc / "devices/kiosk-1.crt").read_bytes()
    files.write(tmp_path / "waiting/devices/kiosk-1.crt", b"no certificate")
    assert cards.kiosk().install(tmp_path / "waiting", NOW + timedelta(days=70)) == []
    assert (cards.kiosk().etc / "devices/kiosk-1.crt").read_bytes() == before


def test_the_hubs_box_asks_nobody_and_renews_without_a_word_from_outside(cards: Cards, tmp_path: Path) -> None:
    cards.hub().enrol(cards.hub_card)
    later = NOW + timedelta(days=70)
    assert cards.hub().fetch(tmp_path / "waiting", later) == []
    assert len(cards.hub().install(tmp_path / "waiting", later)) == 4


def test_a_card_counts_for_one_box(cards: Cards) -> None:
    cards.hub().enrol(cards.hub_card)
    with cards.open_door(2) as port:
        cards.kiosk(port).enrol(cards.kiosk_card)
        with pytest.raises(NotGiven, match="used already"):
            cards.kiosk(port, "stolen-etc").enrol(cards.kiosk_card)


def test_a_power_cut_before_the_answer_came_does_not_use_up_the_card(cards: Cards) -> None:
    cards.hub().enrol(cards.hub_card)
    with cards.open_door(2) as port:
        cards.kiosk(port).enrol(cards.kiosk_card)
        (cards.kiosk().etc / "devices/kiosk-1.crt").unlink()
        assert cards.kiosk(port).enrol(cards.kiosk_card) == ["devices/kiosk-1"]


def test_a_hub_that_is_not_there_is_told_with_its_name_and_port(cards: Cards) -> None:
    with pytest.raises(NotGiven, match="no answer from the hub at localhost, port 1"):
        cards.kiosk(1).enrol(cards.kiosk_card)
