"""The broker of a box: a real Mosquitto that runs by the very files that are made for one, below a folder."""

import getpass
import signal
from dataclasses import dataclass, field
from pathlib import Path

from credentials import Credentials
from mosquitto import Mosquitto

from firmware_config.box_file import BoxFile
from firmware_config.program import run
from runtime.settings.load import load
from runtime.settings.model import Settings

BRANCH = """
[branch]
id = "proef"
name = "Bibliotheek Proef"
[broker]
socket = "/run/mosquitto/beurt.sock"
port = {port}
tls_ca = "/etc/beurt/ca.crt"
{accounts}
[hub]
database = "sqlite:///{folder}/beurt.db"
[[kiosks]]
device = "kiosk-1"
[[kiosks]]
device = "kiosk-2"
[[displays]]
device = "display-1"
"""
ACCOUNTS = ("hub-1", "console-1", "kiosk-1", "kiosk-2", "display-1", "monitor")
DEVICES = BoxFile(("hub-1", "console-1", "kiosk-1", "display-1"))
PACKAGED = """
user {user}
pid_file {root}/run/mosquitto/mosquitto.pid
persistence true
persistence_location {root}/var/lib/mosquitto/
log_dest stderr
"""
"""What Debian's package brings; the user is this test's own, who may enter the folder."""


@dataclass
class BoxBroker(Mosquitto):
    """The branch but for one kiosk in one box; other machines come by TLS on a port of its own."""

    credentials: Credentials = field(init=False)

    def __post_init__(self) -> None:
        for place in ("etc/beurt/secrets", "run/mosquitto", "var/lib/mosquitto"):
            (self.root / place).mkdir(parents=True)
        self.credentials = Credentials(self.root / "etc/beurt")
        self.credentials.serve()
        for name in ACCOUNTS:
            self.password_file(name).write_text(self.password(name))
            self.credentials.give(name)
        accounts = "\n".join(f'accounts.{n}.password_file = "/etc/beurt/secrets/{n}"' for n in ACCOUNTS)
        self.branch.write_text(BRANCH.format(port=self.port, accounts=accounts, folder=self.folder))
        self.make_files()
        self.socket = self.root / "run/mosquitto/beurt.sock"

    @property
    def root(self) -> Path:
        """Where the box's files begin."""
        return self.folder / "root"

    @property
    def branch(self) -> Path:
        """The branch file, with the paths that it has on a box."""
        return self.root / "etc/beurt/branch.toml"

    @property
    def log(self) -> str:
        """All that it said."""
        return (self.folder / "mosquitto.log").read_text()

    @property
    def settings_here(self) -> Settings:
        """The branch's settings with the paths as they are here."""
        here = self.folder / "branch.toml"
        here.write_text(self._here(self.branch.read_text()))
        return load(here)

    def password(self, name: str) -> str:
        """An account's password."""
        return f"geheim van {name}"

    def password_file(self, name: str) -> Path:
        """Where it stands."""
        return self.root / "etc/beurt/secrets" / name

    def make_files(self) -> None:
        """Makes the box's files again, as after a change of the branch file or of a password."""
        assert run(self.branch, self.root, DEVICES) == 0

    def reload(self) -> None:
        """Lets it read accounts, rights and certificates again."""
        assert self._process is not None
        self._process.send_signal(signal.SIGHUP)

    def _configuration(self) -> str:
        ours = (self.root / "etc/mosquitto/conf.d/beurt.conf").read_text()
        return PACKAGED.format(user=getpass.getuser(), root=self.root) + self._here(ours)

    def _here(self, text: str) -> str:
        for place in ("/etc/beurt/", "/etc/mosquitto/", "/run/mosquitto/"):
            text = text.replace(place, f"{self.root}{place}")
        return text
