"""An IT department's folder, and a folder as the first partition of a card with Raspberry Pi OS."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from firmware_config.first_boot.place import Kind
from firmware_config.image.program import Wish
from runtime.passwords import keep
from upkeep.release.making import seal
from upkeep.release.signature import make_keys

SMALLEST = '[branch]\nid = "hengelo"\nname = "Bibliotheek Hengelo"\n'
STOCK_LINE = "console=serial0,115200 console=tty1 root=PARTUUID=1f2e3d4c-02 rootwait resize\n"


@dataclass(frozen=True)
class CardOffice:
    """Where IT works: the branch file with all that stands beside it, and the card."""

    folder: Path
    card: Path

    @property
    def ours(self) -> Path:
        """Our folder on the card."""
        return self.card / "beurt"

    def wish(self, *devices: str, branch: str = SMALLEST, kind: Kind = "branch", is_offline: bool = False) -> Wish:
        """What `beurt image` is asked, for a branch file with this text."""
        file = self.folder / "branch.toml"
        file.write_text(branch, encoding="utf-8")
        return Wish(file, self.card, devices, is_offline=is_offline, kind=kind)


def make_office(place: Path) -> CardOffice:
    """An office with passwords, a small release that it signed and packages that are none; and a stock card."""
    office = CardOffice(place / "it", place / "bootfs")
    (office.folder / "secrets").mkdir(parents=True)
    for name in ("staff", "coordinator", "service"):
        (office.folder / "secrets" / f"{name}.argon2").write_text(_hash("wachtwoord"))
    _release(office.folder)
    _packages(office.folder / "debs")
    office.card.mkdir()
    (office.card / "config.txt").write_text("dtparam=audio=on\n[cm5]\ndtoverlay=dwc2,dr_mode=host\n[all]\n")
    (office.card / "cmdline.txt").write_text(STOCK_LINE)
    (office.card / "user-data").write_text("#cloud-config\n")
    return office


@cache
def _hash(secret: str) -> str:
    # Slow on purpose, so made once for all tests.
    with TemporaryDirectory() as place:
        keep(Path(place) / "hash", secret)
        return (Path(place) / "hash").read_text()


def _release(folder: Path) -> None:
    secret, _ = make_keys(folder / "authority")
    wheels = folder / "release/wheels"
    wheels.mkdir(parents=True)
    (wheels / "aan_de_beurt-0.1.0-py3-none-any.whl").write_bytes(b"wheel" * 1000)
    (folder / "release/requirements.txt").write_text("")
    described = 'version = "0.1.0"\npython = "3.13"\nmachines = ["aarch64"]\n'
    (folder / "release/release.toml").write_text(described)
    seal(folder / "release", secret)


def _packages(folder: Path) -> None:
    folder.mkdir()
    content = b"package" * 1000
    (folder / "mosquitto_2.0_arm64.deb").write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    (folder / "Packages").write_text(f"Package: mosquitto\nFilename: ./mosquitto_2.0_arm64.deb\nSHA256: {digest}\n")
