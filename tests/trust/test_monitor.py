import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from enrolling import Cards
from mosquitto import Mosquitto
from msgspec.structs import replace

from runtime.settings.model import Account, Broker, Settings
from trust import certificates, keys
from trust.authority import Authority
from trust.monitor import DAYS, NoMonitor, give
from wire.client import Unreachable
from wire.visit import visiting


def with_monitor(settings: Settings, folder: Path) -> Settings:
    (folder / "monitor").write_text("geheim\n")
    accounts = {**settings.broker.accounts, "monitor": Account(password_file=folder / "monitor")}
    return replace(settings, broker=replace(settings.broker, accounts=accounts))


@pytest.fixture
def authority(cards: Cards) -> Authority:
    hub = cards.hub()
    hub.enrol(cards.hub_card)
    return Authority.load(hub.authority)


def test_whoever_looks_gets_a_certificate_a_password_and_whom_to_trust(
    cards: Cards, authority: Authority, tmp_path: Path
) -> None:
    out = tmp_path / "hengelo"
    give(with_monitor(cards.settings, tmp_path), authority, cards.hub().etc, out, "monitor")
    (certificate,) = certificates.load(out / "devices/monitor.crt")
    assert keys.load(out / "devices/monitor.key").public_key() == certificate.public_key()
    assert (
        certificate.not_valid_after_utc - certificates.load(out / "ca.crt")[0].not_valid_before_utc
    ).days >= DAYS - 2
    assert (out / "monitor").read_text() == "geheim\n"
    assert (out / "ca.crt").read_bytes() == (cards.hub().etc / "ca.crt").read_bytes()
    secrets = (out, out / "monitor", out / "devices/monitor.key")
    assert [stat.S_IMODE(each.stat().st_mode) & 0o077 for each in secrets] == [0, 0, 0]


def test_it_can_be_taken_back(cards: Cards, authority: Authority, tmp_path: Path) -> None:
    give(with_monitor(cards.settings, tmp_path), authority, cards.hub().etc, tmp_path / "out", "monitor")
    assert authority.revoke(device="monitor") == 1


@pytest.mark.parametrize("account", ["kiosk-1", "nobody"])
def test_a_device_and_a_stranger_are_no_monitor(
    cards: Cards, authority: Authority, tmp_path: Path, account: str
) -> None:
    with pytest.raises(NoMonitor, match=account):
        give(with_monitor(cards.settings, tmp_path), authority, cards.hub().etc, tmp_path / "out", account)
    assert not (tmp_path / "out").exists()


def test_what_is_in_a_folder_already_is_left_alone(cards: Cards, authority: Authority, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(FileExistsError):
        give(with_monitor(cards.settings, tmp_path), authority, cards.hub().etc, tmp_path / "out", "monitor")


def test_a_broker_that_wants_a_certificate_lets_it_in(
    cards: Cards, authority: Authority, own_broker: Callable[..., Mosquitto], tmp_path: Path
) -> None:
    etc, out = cards.hub().etc, tmp_path / "out"
    give(with_monitor(cards.settings, tmp_path), authority, etc, out, "monitor")
    tls = f"cafile {etc}/ca.crt\ncertfile {etc}/broker.crt\nkeyfile {etc}/broker.key\nrequire_certificate true\n"
    broker = own_broker(settings=f"allow_anonymous true\n{tls}")
    there = Broker(host=broker.host, port=broker.port, tls_ca=out / "ca.crt")
    with visiting(there, "monitor", 20) as visit:
        assert visit.subscribe(["beurt/v1/hengelo/device/+/status"])
    (out / "devices/monitor.crt").unlink()
    with pytest.raises(Unreachable), visiting(there, "monitor", 20):
        pass
