"""The demo's branch: a library that does not exist, in a folder that goes away."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Mode = Literal["one-button", "topics", "plaza"]

BRANCH_ID = "voorbeeld"
HUB, KIOSK, DISPLAY = "hub-1", "kiosk-1", "display-1"

BRANCH = """\
[branch]
id = "voorbeeld"
name = "Bibliotheek Voorbeeld"
mode = "{mode}"
waiting_place = {{ nl = "bij het raam", en = "by the window" }}

{lines}
[[notices]]
id = "pauze"
names = {{ nl = "We zijn er om 13 uur weer.", en = "We are back at 13:00." }}

[[organisations]]
id = "uwv"
name = "UWV"

[[organisations]]
id = "svb"
name = "SVB"

[[partners]]
id = "taalhuis"
name = "Taalhuis"
place = "Leestafel"
hours = "di 13-16 uur"

[broker]
host = "127.0.0.1"
port = {broker_port}

[hub]
database = "sqlite:///{folder}/beurt.db"

[[kiosks]]
device = "kiosk-1"
idle_seconds = 90
[kiosks.screen]
pixels = [{kiosk_px}]
millimetres = [344, 194]
viewing_distance_mm = 600
[kiosks.printer]
kind = "serial"
port = "{folder}/printer"
baud = 38400
flow = "none"
profile = "TM-T20II"
width_dots = 576

[[displays]]
device = "display-1"
[displays.screen]
pixels = [{display_px}]
millimetres = [1218, 685]
viewing_distance_mm = 5000

[console]
device = "console-1"
listen = "127.0.0.1:{console_port}"
staff_password_file = "{folder}/staff.argon2"
coordinator_password_file = "{folder}/staff.argon2"
"""

ONE_LINE = """\
[[desks]]
id = "1"
name = { nl = "Balie 1", en = "Desk 1" }

[[desks]]
id = "2"
name = { nl = "Balie 2", en = "Desk 2" }
"""

THREE_LINES = """\
[[lines]]
id = "ido"
letter = ""
name = { nl = "Informatiepunt", en = "Information point" }

[[lines]]
id = "taalhuis"
letter = "L"
name = { nl = "Taalhuis", en = "Language desk" }

[[lines]]
id = "raadslieden"
letter = "R"
name = { nl = "Sociaal raadslieden", en = "Social advice" }

[[topics]]
id = "digid"
line = "ido"
picture = "digid"
names = { nl = "Computer en DigiD", en = "Computer and DigiD" }

[[topics]]
id = "leren"
line = "taalhuis"
picture = "leren"
names = { nl = "Taal leren", en = "Learn the language" }

[[topics]]
id = "geld"
line = "raadslieden"
picture = "geld"
names = { nl = "Geld en regels", en = "Money and rules" }

[[desks]]
id = "1"
name = { nl = "Balie 1", en = "Desk 1" }
lines = ["ido", "taalhuis"]

[[desks]]
id = "2"
name = { nl = "Balie 2", en = "Desk 2" }
lines = ["ido", "raadslieden"]
"""


@dataclass(frozen=True)
class Window:
    """Where a program's window stands on the screen, in pixels."""

    width: int
    height: int
    left: int
    top: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}+{self.left}+{self.top}"

    @property
    def pixels(self) -> str:
        """The size as a branch file writes it."""
        return f"{self.width}, {self.height}"


@dataclass(frozen=True)
class Place:
    """The demo's folder, ports and windows."""

    folder: Path
    broker_port: int
    console_port: int
    kiosk: Window
    display: Window

    @property
    def branch_file(self) -> Path:
        """The file that describes the branch."""
        return self.folder / "branch.toml"

    @property
    def printer(self) -> Path:
        """The serial line to the virtual printer."""
        return self.folder / "printer"

    @property
    def staff_password_file(self) -> Path:
        """The hash of the staff's password."""
        return self.folder / "staff.argon2"

    @property
    def paper(self) -> Path:
        """Where the virtual printer lays its tickets, as pictures."""
        return self.folder / "paper"

    @property
    def ticket_bytes(self) -> Path:
        """What the virtual printer got, byte for byte."""
        return self.folder / "printer.bin"

    @property
    def printer_control(self) -> Path:
        """The FIFO that switches the printer's faults on and off."""
        return self.folder / "printer.control"


def write(place: Place, mode: Mode) -> None:
    """Write the branch file, anew where there is one."""
    text = BRANCH.format(
        mode=mode,
        lines=THREE_LINES if mode == "plaza" else ONE_LINE,
        folder=place.folder,
        broker_port=place.broker_port,
        console_port=place.console_port,
        kiosk_px=place.kiosk.pixels,
        display_px=place.display.pixels,
    )
    place.branch_file.write_text(text)
