from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from enrolling import Cards, make_cards

from runtime.settings.model import Settings
from trust import branch, certificates, keys
from trust.authority import Authority
from trust.enrolment.line import Answer, Question

NOW = datetime.now(UTC)


@pytest.fixture
def enrolled(cards: Cards) -> Cards:
    cards.hub().enrol(cards.hub_card)
    return cards


def question(file: str = "devices/kiosk-1", device: str = "kiosk-1") -> Question:
    request = keys.request(keys.make(), device, "hengelo").public_bytes(Encoding.PEM).decode()
    return Question(file=file, request=request, password="geheim")


def ask(cards: Cards, peer: x509.Certificate, asked: Question, now: datetime = NOW) -> Answer:
    return cards.desk().answer(peer.public_bytes(Encoding.DER), asked, cards.passwords.__setitem__, now)


def once(cards: Cards) -> x509.Certificate:
    return certificates.load(cards.kiosk_card / "kiosk-1.once.crt")[0]


def own(cards: Cards, device: str = "kiosk-1", now: datetime = NOW, of: str = "hengelo") -> x509.Certificate:
    authority = Authority.load(cards.hub().authority)
    return authority.issue(keys.make().public_key(), device, of, now=now)


def test_what_a_box_gets_carries_its_own_name_whatever_it_asks(enrolled: Cards) -> None:
    answer = ask(enrolled, once(enrolled), question(device="hub-1"))
    given = x509.load_pem_x509_certificate(answer.certificate.encode())
    assert keys.device_of(given.subject) == ("kiosk-1", "hengelo")
    assert enrolled.passwords == {"kiosk-1": "geheim"}


@pytest.mark.parametrize("file", ["broker", "console", "devices/hub-1", "../../etc/passwd"])
def test_a_kiosk_gets_no_certificate_but_its_own(enrolled: Cards, file: str) -> None:
    assert "has no certificate" in ask(enrolled, own(enrolled), question(file)).refused
    assert enrolled.passwords == {}


def test_a_console_in_a_box_of_its_own_gets_one_for_browsers_with_the_organisation_behind_it(enrolled: Cards) -> None:
    answer = ask(enrolled, own(enrolled, "console-1"), question("console", "console-1"))
    chain = x509.load_pem_x509_certificates(answer.certificate.encode())
    assert len(chain) == 3
    chain[2].verify_directly_issued_by(enrolled.organisation.certificate)


def test_a_device_that_the_branch_file_lacks_is_refused(enrolled: Cards) -> None:
    assert "no device of this branch" in ask(enrolled, own(enrolled, "kiosk-9"), question()).refused


def test_a_device_of_another_branch_is_refused(enrolled: Cards) -> None:
    assert "no device of this branch" in ask(enrolled, own(enrolled, of="almelo"), question()).refused


def test_a_revoked_device_is_refused(enrolled: Cards) -> None:
    peer = own(enrolled)
    Authority.load(enrolled.hub().authority).revoke(device="kiosk-1")
    assert "taken back" in ask(enrolled, peer, question()).refused


@pytest.mark.parametrize(("days", "is_given"), [(89, True), (400, True), (491, False)])
def test_a_late_box_may_still_ask_but_not_for_ever(enrolled: Cards, days: int, is_given: bool) -> None:  # noqa: FBT001
    answer = ask(enrolled, own(enrolled), question(), NOW + timedelta(days=days))
    assert bool(answer.certificate) is is_given


def test_a_card_that_lay_about_for_two_months_counts_no_longer(enrolled: Cards) -> None:
    assert "has ended" in ask(enrolled, once(enrolled), question(), NOW + timedelta(days=61)).refused


def test_another_authority_does_not_count_even_under_the_same_name(enrolled: Cards, settings: Settings) -> None:
    foreign = make_cards(settings.path.parent / "foreign", settings)
    assert "does not count here" in ask(enrolled, once(foreign), question()).refused


def test_who_copied_the_hubs_card_gets_nothing_with_it(enrolled: Cards) -> None:
    copied = Authority.load(enrolled.hub_card / branch.ENROLMENT)
    rival = Authority.create(enrolled.place / "rival", "Aan de beurt hengelo", below=0)
    branch.vouch(rival, copied.folder)
    peer = rival.issue(keys.make().public_key(), "kiosk-1", "hengelo")
    assert "does not count here" in ask(enrolled, peer, question()).refused


@pytest.mark.parametrize("request_text", ["", "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n", "\x00" * 100])
def test_a_request_that_is_none_is_refused(enrolled: Cards, request_text: str) -> None:
    asked = Question(file="devices/kiosk-1", request=request_text)
    assert ask(enrolled, own(enrolled), asked).refused != ""
