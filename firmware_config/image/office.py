"""What stays with IT: the branch files, and beside them passwords, the authority's key and the release."""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from firmware_config.box import Box
from firmware_config.image import wifi
from firmware_config.image.card import CardFault
from firmware_config.image.wifi import Wifi
from kiosk.service import pin
from runtime.passwords import UnusableHash, read
from runtime.settings.model import Settings
from trust import files
from trust.authority import CERTIFICATE, KEY, Authority
from trust.keys import UnusableKey, is_locked
from upkeep.release.faults import ReleaseFault
from upkeep.release.signature import PUBLIC, SECRET, make_keys

OWNER: Final = "Aan de beurt: organisation"
WIFI: Final = "wifi"
KEY_BYTES: Final = 8
TRIES: Final = 3

Ask = Callable[[str], str]
"""Asks a person for something secret, twice where it is new; takes what it is."""


@dataclass(frozen=True)
class Office:
    """The folder of a branch file, the folder of the authority, and how a person is asked for a secret."""

    folder: Path
    authority: Path
    ask: Ask
    ask_new: Ask

    def organisation(self, *, is_new_locked: bool = False) -> Authority:
        """The organisation's authority, made on first use; asks for the passphrase where its key has one.

        Raises:
            CardFault: the passphrase is wrong, or the folder is damaged.
        """
        try:
            if not (self.authority / KEY).exists():
                passphrase = self.ask_new("A passphrase for the authority's key") if is_new_locked else None
                return Authority.create(self.authority, OWNER, passphrase)
            locked = is_locked(self.authority / KEY)
            return Authority.load(self.authority, self.ask("The authority's passphrase") if locked else None)
        except UnusableKey as fault:
            raise CardFault(f"the authority's key cannot be used: {fault}") from fault

    @property
    def certificate(self) -> Path:
        """The organisation's certificate, for the computers of staff."""
        return self.authority / CERTIFICATE

    def release_keys(self) -> tuple[Path, Path]:
        """The key that releases are signed with, and its public half, made on first use; raises CardFault."""
        pair = self.authority / SECRET, self.authority / PUBLIC
        if not pair[1].exists():
            try:
                make_keys(self.authority)
            except ReleaseFault as fault:
                raise CardFault(str(fault)) from fault
        return pair

    def wifi(self, settings: Settings) -> Wifi:
        """The network that a box joins, or makes with a key that is made here on first use; raises CardFault."""
        branch = settings.branch.id
        own = self.folder / "secrets" / branch / WIFI
        file = self._secret(branch, WIFI)
        if file is None and settings.network.kind == "own-wifi":
            key = secrets.token_hex(KEY_BYTES)
            files.write(own, f"{f'Beurt {branch}'[: wifi.LONGEST_NAME_BYTES]}\n{key}\n".encode(), files.OWNER_ONLY)
            click.echo(f'{own}: the box makes a network of its own, with the key "{key}"')
        return wifi.read(file or own)

    def secrets(self, box: Box) -> Iterator[tuple[Path, bytes]]:
        """The secret files that a box needs, each with its place on the box; asks for what is not there.

        Raises:
            CardFault: a file holds something else, or there is none and it cannot be asked for.
        """
        branch = box.settings.branch.id
        for place, what, is_pin in _hashed(box):
            yield place, self._hash(branch, place.name, what, is_pin=is_pin)
        oidc = box.settings.console.oidc
        if box.has_console and oidc and oidc.client_secret_file:
            name = oidc.client_secret_file.name
            file = self._secret(branch, name)
            if file is None:
                raise CardFault(f"write the secret of {oidc.issuer} to {self.folder / 'secrets' / branch / name}")
            yield oidc.client_secret_file, file.read_bytes()

    def _hash(self, branch: str, name: str, what: str, *, is_pin: bool) -> bytes:
        file = self._secret(branch, name)
        if file is None:
            file = self.folder / "secrets" / branch / name
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._make(file, what, is_pin=is_pin)
        try:
            return f"{read(file)}\n".encode()
        except UnusableHash as fault:
            raise CardFault(f"{fault}; remove it, and it is asked for again") from fault

    def _make(self, file: Path, what: str, *, is_pin: bool) -> None:
        from console import password

        keep = pin.write if is_pin else password.write
        for tries_left in reversed(range(TRIES)):
            try:
                keep(file, self.ask_new(what))
            except ValueError as fault:
                if not tries_left:
                    raise CardFault(str(fault)) from fault
                click.echo(f"{fault}; try another", err=True)
            else:
                break

    def _secret(self, branch: str, name: str) -> Path | None:
        """A file of this branch's own, or of all branches."""
        places = (self.folder / "secrets" / branch / name, self.folder / "secrets" / name)
        return next((place for place in places if place.exists()), None)


def _hashed(box: Box) -> Iterator[tuple[Path, str, bool]]:
    console = box.settings.console
    if box.has_console:
        if console.staff_password_file and not console.oidc:
            yield console.staff_password_file, "The staff's password", False
        if console.coordinator_password_file:
            yield console.coordinator_password_file, "The coordinator's password", False
        for name, partner in console.partners.items():
            yield partner.password_file, f"The password of {name}", False
    if box.has_service_pin and box.settings.service.pin_file:
        yield box.settings.service.pin_file, "The PIN of the kiosk's service menu, 4 to 8 figures", True
