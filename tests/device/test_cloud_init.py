"""What a card tells cloud-init, judged by that of Debian 12 and of Debian 13."""

import os
from pathlib import Path

import pytest
from checkers import Debian

from firmware_config.image import cloud_init
from runtime.settings.branch import Branch
from runtime.settings.devices import Network
from runtime.settings.model import Settings

DEBIANS = {"trixie": Debian(Path(os.environ["DEVICE_ROOT"])), "bookworm": Debian(Path(os.environ["DEVICE_BOOKWORM"]))}
PROXY = Network(proxy="http://proxy.example:3128")

every_debian = pytest.mark.parametrize("debian", DEBIANS.values(), ids=DEBIANS)


@every_debian
@pytest.mark.parametrize("network", [Network(), PROXY], ids=["direct", "proxy"])
@pytest.mark.parametrize("keys", [(), ("ssh-ed25519 AAAA beheer",)], ids=["nobody", "ssh"])
def test_cloud_init_understands_the_first_start(debian: Debian, network: Network, keys: tuple[str, ...]) -> None:
    settings = Settings(branch=Branch(id="proef", name="Proef"), network=network)
    assert debian.has("cloud-init")
    assert debian.first_start_faults(cloud_init.user_data(settings, "beurt.whl", keys)) == ""


@every_debian
def test_a_fault_in_the_first_start_is_seen(debian: Debian) -> None:
    assert "runcmd" in debian.first_start_faults("#cloud-config\nruncmd: 3\n")
