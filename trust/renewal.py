"""Giving a box the certificates that are due: from its own authority where the hub is, else from the hub."""

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from runtime.settings.model import Settings
from trust import arrived, box, branch, certificates, keys, names
from trust.authority import Authority
from trust.box import Wanted
from trust.enrolment import client
from trust.enrolment.line import PORT

PASSWORD_BYTES = 32


@dataclass(frozen=True)
class Box:
    """One box: its settings, its devices, and where its files are."""

    settings: Settings
    devices: tuple[str, ...]
    etc: Path = box.ETC
    authority: Path = branch.FOLDER
    port: int = PORT
    _tell: Callable[[str], None] = field(default=print, repr=False)

    @property
    def has_hub(self) -> bool:
        """Is the branch's authority here?"""
        return self.settings.hub.device in self.devices

    def enrol(self, card: Path) -> list[str]:
        """Make this box's keys and get its first certificates; what is there already stays.

        Raises:
            UnusableKey, UnusableCertificate: the card is damaged.
            NotGiven: the hub cannot be reached, or refuses.
        """
        branch.own_organisation(card, self.etc)
        if not self.has_hub:
            return [
                self._ask(each, client.first_road(self._host, card, each.device, self.port)) for each in self._due()
            ]
        authority = branch.load_or_create(self.authority, self.settings.branch.id)
        if not branch.chain(authority) and (card / branch.ENROLMENT).exists():
            branch.vouch(authority, card / branch.ENROLMENT)
        return self._issue(authority, None)

    def renew(self, now: datetime | None = None) -> list[str]:
        """Renew what is due, and say what that was; raises as `enrol`."""
        if self.has_hub:
            return self._issue(Authority.load(self.authority), now)
        due = self._due(now)
        return [self._ask(each, client.own_road(self._host, self.etc, each.device, self.port)) for each in due]

    def fetch(self, waiting: Path, now: datetime | None = None) -> list[str]:
        """Ask the hub for what is due and have it wait in a folder; without any right to put it in its place.

        Raises:
            UnusableKey: a key is missing.
            NotGiven: the hub cannot be reached, or refuses.
        """
        due = [] if self.has_hub else self._due(now)
        for each in due:
            self._tell(f"asking {self._host} for {each.file}")
            road = client.own_road(self._host, self.etc, each.device, self.port)
            key = keys.load(self.etc / f"{each.file}.key")
            chain, _ = client.given(road, each, key, self.settings.branch.id)
            certificates.write(waiting / f"{each.file}.crt", *chain)
        return [each.file for each in due]

    def install(self, waiting: Path, now: datetime | None = None) -> list[str]:
        """Without asking anybody: renew what is due where the hub is, else put in place what waits and is good.

        Raises:
            UnusableKey, UnusableCertificate: what this box has itself is damaged.
        """
        if self.has_hub:
            return self.renew(now)
        return [each.file for each in self._due(now) if self._take(each, waiting / f"{each.file}.crt")]

    def _take(self, each: Wanted, file: Path) -> bool:
        if not os.path.lexists(file):
            return False
        try:
            chain = arrived.read(file)
            arrived.check(chain, each, self.settings.branch.id, self.etc)
        except arrived.NotGood as fault:
            self._tell(f"{each.file} stays as it is: {fault}")
            return False
        box.install(self.etc, each, chain)
        return True

    def _issue(self, authority: Authority, now: datetime | None) -> list[str]:
        branch.publish(authority, self.etc)
        done = []
        for each in self._due(now):
            key = box.key_of(self.etc, each).public_key()
            certificate = authority.issue(
                key, each.device, self.settings.branch.id, names=each.names, kinds=each.kinds, now=now
            )
            chain = branch.chain(authority) if "server" in each.kinds else ()
            box.install(self.etc, each, (certificate, *chain))
            done.append(each.file)
        known = names.roles(self.settings)
        lookers = (account for account in self.settings.broker.accounts if account not in known)
        for account in (*self.devices, *lookers):
            self._password(account)
        return done

    def _due(self, now: datetime | None = None) -> list[Wanted]:
        return [each for each in box.wanted(self.settings, self.devices) if box.is_due(self.etc, each, now)]

    def _ask(self, each: Wanted, road: client.Road) -> str:
        self._tell(f"asking {road.host} for {each.file}")
        client.ask(road, self.etc, each, self.settings.branch.id, self._password(each.device))
        return each.file

    def _password(self, device: str) -> str:
        """The broker password of an account of this box, made here on first use."""
        account = self.settings.broker.accounts.get(device)
        if account is None:
            return ""
        if not account.password_file.exists():
            password = secrets.token_urlsafe(PASSWORD_BYTES)
            # An account that is no device's looks on, as the doctor does.
            role = names.roles(self.settings).get(device, "health")
            box.keep_secret(account.password_file, password, f"beurt-{role}")
        return account.password_file.read_text(encoding="utf-8").strip()

    @property
    def _host(self) -> str:
        return self.settings.broker.host
