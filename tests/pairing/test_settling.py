from pathlib import Path

import pytest
from msgspec.structs import replace
from pairing_hub import BRANCH, PairingHub

from pairing.box import NotPaired, Paired
from pairing.messages import Given
from pairing.settling import COMMANDS, adopt, is_new, keep, run, settle
from trust import keys


def papers(hub: PairingHub, device: str = "kiosk-1", branch_file: str = BRANCH) -> Paired:
    key = keys.make()
    certificate = hub.authority.issue(key.public_key(), device, "hengelo")
    given = Given(device=device, branch_file=branch_file, password="geheim", authority="authority")
    return Paired(given, key, (certificate,))


@pytest.mark.parametrize("branch_file", ["", "[branch]\n", "\x00", BRANCH.replace("display-1", "kiosk-1")])
def test_a_branch_file_that_cannot_be_used_leaves_a_new_box_new(
    hub: PairingHub, tmp_path: Path, branch_file: str
) -> None:
    with pytest.raises(NotPaired, match="branch file"):
        keep(papers(hub, branch_file=branch_file), tmp_path / "box")
    assert list((tmp_path / "box").iterdir()) == []


@pytest.mark.parametrize("device", ["kiosk-2", "nobody", "../../etc/passwd"])
def test_a_device_that_the_branch_does_not_know_is_nothing(hub: PairingHub, tmp_path: Path, device: str) -> None:
    with pytest.raises(NotPaired, match="does not know"):
        keep(papers(hub, device), tmp_path / "box")
    assert list((tmp_path / "box").iterdir()) == []


def test_a_pin_that_is_no_hash_leaves_a_new_box_new(hub: PairingHub, tmp_path: Path) -> None:
    paired = papers(hub)
    given = replace(paired.given, service_pin="4711")
    with pytest.raises(NotPaired, match="no hash"):
        keep(Paired(given, paired.key, paired.chain), tmp_path / "box")
    assert list((tmp_path / "box").iterdir()) == []


def test_the_organisations_file_comes_along(hub: PairingHub, tmp_path: Path) -> None:
    paired = papers(hub, branch_file=BRANCH.replace('tls_ca = "ca.crt"', ""))
    given = Given(
        **{name: getattr(paired.given, name) for name in ("device", "branch_file", "password", "authority")},
        organisation_file='[broker]\ntls_ca = "ca.crt"\n',
    )
    keep(Paired(given, paired.key, paired.chain), tmp_path / "box")
    assert is_new(tmp_path / "box")
    adopt(Paired(given, paired.key, paired.chain), tmp_path / "box")
    assert not is_new(tmp_path / "box")
    assert (tmp_path / "box/organisation.toml").read_text() == '[broker]\ntls_ca = "ca.crt"\n'


def test_every_step_is_done_in_order() -> None:
    done: list[tuple[str, ...]] = []
    settle(done.append)
    assert done == list(COMMANDS)


@pytest.mark.parametrize("command", [("false",), ("/no/such/program", "x"), ("sh", "-c", "echo why >&2; exit 3")])
def test_a_step_that_fails_is_told(command: tuple[str, ...]) -> None:
    with pytest.raises(NotPaired, match="why" if "-c" in command else command[0]):
        run(command)
