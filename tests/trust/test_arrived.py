import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from trust import arrived, certificates, keys
from trust.arrived import NotGood
from trust.authority import Authority
from trust.box import Wanted

KIOSK = Wanted("devices/kiosk-1", "kiosk-1", ("client",), (), "beurt-kiosk")
LATER = datetime.now(UTC) + timedelta(days=60)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority.create(tmp_path / "authority", "Filiaal")


@pytest.fixture
def etc(tmp_path: Path, authority: Authority) -> Path:
    """A kiosk with a key and a certificate."""
    etc = tmp_path / "etc"
    certificates.write(etc / "ca.crt", authority.certificate)
    key = keys.load_or_make(etc / "devices/kiosk-1.key")
    certificates.write(etc / "devices/kiosk-1.crt", authority.issue(key.public_key(), "kiosk-1", "hengelo"))
    return etc


def key_of(etc: Path) -> keys.PublicKey:
    return keys.load(etc / "devices/kiosk-1.key").public_key()


def test_a_successor_is_good(authority: Authority, etc: Path) -> None:
    arrived.check((authority.issue(key_of(etc), "kiosk-1", "hengelo", now=LATER),), KIOSK, "hengelo", etc)


def test_where_there_was_none_the_first_is_good(authority: Authority, etc: Path) -> None:
    (etc / "devices/kiosk-1.crt").unlink()
    arrived.check((authority.issue(key_of(etc), "kiosk-1", "hengelo"),), KIOSK, "hengelo", etc)


def test_one_of_another_authority_is_not(etc: Path, tmp_path: Path) -> None:
    other = Authority.create(tmp_path / "other", "Filiaal")
    with pytest.raises(NotGood, match="another authority"):
        arrived.check((other.issue(key_of(etc), "kiosk-1", "hengelo", now=LATER),), KIOSK, "hengelo", etc)


def test_one_for_another_key_is_not(authority: Authority, etc: Path) -> None:
    with pytest.raises(NotGood, match="another key"):
        arrived.check(
            (authority.issue(keys.make().public_key(), "kiosk-1", "hengelo", now=LATER),), KIOSK, "hengelo", etc
        )


@pytest.mark.parametrize(("device", "branch"), [("hub-1", "hengelo"), ("kiosk-1", "borne")])
def test_one_for_another_device_is_not(authority: Authority, etc: Path, device: str, branch: str) -> None:
    with pytest.raises(NotGood, match="another device"):
        arrived.check((authority.issue(key_of(etc), device, branch, now=LATER),), KIOSK, "hengelo", etc)


def test_one_from_before_and_the_one_there_is_are_not(authority: Authority, etc: Path) -> None:
    old = authority.issue(key_of(etc), "kiosk-1", "hengelo", now=datetime.now(UTC) - timedelta(days=1))
    with pytest.raises(NotGood, match="no later one"):
        arrived.check((old,), KIOSK, "hengelo", etc)
    with pytest.raises(NotGood, match="no later one"):
        arrived.check(certificates.load(etc / "devices/kiosk-1.crt"), KIOSK, "hengelo", etc)


def test_no_link_and_nothing_else_is_read(etc: Path, tmp_path: Path) -> None:
    assert len(arrived.read(etc / "ca.crt")) == 1
    (tmp_path / "link").symlink_to(etc / "ca.crt")
    (tmp_path / "text").write_text("hello")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "text", "pipe", "nowhere"):
        with pytest.raises(NotGood, match="cannot be read"):
            arrived.read(tmp_path / name)
