"""What IT puts on the cards of a branch, and a hub's desk that answers on this computer."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from runtime.settings.model import Settings
from trust import branch, certificates, keys, names
from trust.authority import CERTIFICATE, Authority
from trust.enrolment import server
from trust.enrolment.desk import Desk, anchors
from trust.renewal import Box


@dataclass
class Cards:
    """The organisation, its branch's boxes, and the folders of their cards."""

    organisation: Authority
    settings: Settings
    place: Path
    passwords: dict[str, str] = field(default_factory=dict)

    @property
    def hub_card(self) -> Path:
        """The folder on the card of the box with the hub."""
        return self.place / "hub-card"

    @property
    def kiosk_card(self) -> Path:
        """The folder on the card of the box with the kiosk."""
        return self.place / "kiosk-card"

    def hub(self) -> Box:
        """The box with hub and console."""
        return Box(self.settings, ("hub-1", "console-1"), self.place / "hub-etc", self.place / "authority")

    def kiosk(self, port: int = 0, etc: str = "kiosk-etc") -> Box:
        """The box with the kiosk, which knows the hub's desk by its port."""
        return Box(self.settings, ("kiosk-1",), self.place / etc, self.place / "none", port, lambda _text: None)

    def desk(self) -> Desk:
        """The desk in the hub's box."""
        folder = self.hub().etc / branch.ORGANISATION
        return Desk(self.settings, Authority.load(self.hub().authority), certificates.load(folder)[0])

    @contextmanager
    def open_door(self, visits: int) -> Iterator[int]:
        """The desk's door, for this many boxes; gives its port."""
        hub = self.hub()
        tls = server.context(hub.etc, anchors(Authority.load(hub.authority), hub.etc))
        with socket.create_server(("127.0.0.1", 0)) as door:
            door.settimeout(20)
            given = (door, lambda: tls, self.desk(), self.passwords.__setitem__)
            thread = threading.Thread(target=server.serve, args=given, kwargs={"visits": visits})
            thread.start()
            yield door.getsockname()[1]
            thread.join(20)


def make_cards(place: Path, settings: Settings, now: datetime | None = None) -> Cards:
    """An organisation's authority, and the secrets for the hub's card and the kiosk's."""
    organisation = Authority.create(place / "it", "Organisatie")
    cards = Cards(organisation, settings, place)
    branch.enrolment(organisation, cards.hub_card / branch.ENROLMENT, "hengelo", names.permitted(settings))
    key = keys.make()
    once = organisation.issue(key.public_key(), "kiosk-1", "hengelo", days=60, now=now)
    keys.write(cards.kiosk_card / "kiosk-1.once.key", key)
    certificates.write(cards.kiosk_card / "kiosk-1.once.crt", once)
    for card in (cards.hub_card, cards.kiosk_card):
        certificates.write(card / branch.ORGANISATION, certificates.load(organisation.folder / CERTIFICATE)[0])
    return cards
