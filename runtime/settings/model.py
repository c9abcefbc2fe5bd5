"""The whole branch file as one frozen tree, every default filled in."""

from pathlib import Path

from msgspec import Struct

from runtime.settings.branch import (
    Alerts,
    Branch,
    Calling,
    Desk,
    Gpio,
    Line,
    Notice,
    Opening,
    Organisation,
    Partner,
    Reports,
    Service,
    Topic,
)
from runtime.settings.devices import (
    Account,
    Audio,
    Broker,
    Console,
    ConsolePartner,
    Display,
    Hub,
    Keypad,
    Kiosk,
    Network,
    Oidc,
    Printer,
    Screen,
)
from runtime.settings.values import Hours, Names, Period

__all__ = [
    "Account",
    "Alerts",
    "Audio",
    "Branch",
    "Broker",
    "Calling",
    "Console",
    "ConsolePartner",
    "Desk",
    "Display",
    "Gpio",
    "Hours",
    "Hub",
    "Keypad",
    "Kiosk",
    "Line",
    "Names",
    "Network",
    "Notice",
    "Oidc",
    "Opening",
    "Organisation",
    "Partner",
    "Period",
    "Printer",
    "Reports",
    "Screen",
    "Service",
    "Settings",
    "Topic",
]


class Settings(Struct, frozen=True, kw_only=True):
    """One branch; `path` is the file it was read from."""

    path: Path = Path("branch.toml")
    branch: Branch
    opening: Opening | None = None
    lines: tuple[Line, ...] = ()
    topics: tuple[Topic, ...] = ()
    desks: tuple[Desk, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    notices: tuple[Notice, ...] = ()
    partners: tuple[Partner, ...] = ()
    calling: Calling = Calling()
    reports: Reports = Reports()
    alerts: Alerts = Alerts()
    service: Service = Service()
    broker: Broker = Broker()
    hub: Hub = Hub()
    kiosks: tuple[Kiosk, ...] = ()
    displays: tuple[Display, ...] = ()
    console: Console = Console()
    network: Network = Network()
