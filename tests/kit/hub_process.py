"""The hub as it runs in a branch: a process of its own, to be killed and started again."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from wire_client import Payload, WireClient

BRANCH = """
[branch]
id = "{branch}"
name = "Bibliotheek Proef"
languages = ["nl", "en", "ar"]
mode = "topics"
organisation = "kvknr:12345678"
{more}
[[lines]]
id = "ido"
[[lines]]
id = "taalhuis"
letter = "L"
limit = 3
[[topics]]
id = "digid"
line = "ido"
picture = "digid"
names = {{ nl = "DigiD en inloggen", en = "DigiD and logging in" }}
[[topics.topics]]
id = "digid-app"
names = {{ nl = "App doet het niet", en = "App does not work" }}
[[topics]]
id = "leren"
line = "taalhuis"
picture = "leren"
names = {{ nl = "Leren en oefenen", en = "Learn and practise" }}
[[desks]]
id = "1"
name = {{ nl = "Balie 1" }}
lines = ["ido", "taalhuis"]
[[desks]]
id = "2"
name = {{ nl = "Balie 2" }}
lines = ["ido"]
[[organisations]]
id = "uwv"
name = "UWV"
[[notices]]
id = "break"
names = {{ nl = "We zijn er om 13 uur weer.", en = "We are back at 13:00." }}
[[partners]]
id = "taalhuis"
name = "Taalhuis"
[broker]
host = "127.0.0.1"
port = {port}
[hub]
device = "{hub}"
database = "sqlite:///{folder}/beurt.db"
[[kiosks]]
device = "kiosk-1"
spare_letter = "Z"
[kiosks.printer]
kind = "network"
host = "127.0.0.1"
[[kiosks]]
device = "kiosk-2"
spare_letter = "R"
"""


@dataclass
class HubProcess:
    """`beurt hub` on a branch file of its own, in a folder of its own."""

    folder: Path
    port: int
    more: str = ""
    branch: str = field(default_factory=lambda: f"proef-{uuid4().hex[:8]}")
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def device(self) -> str:
        """Its name at the broker, which throws out whoever has the same."""
        return f"hub-{self.branch}"

    @property
    def config(self) -> Path:
        return self.folder / "branch.toml"

    @property
    def database(self) -> Path:
        return self.folder / "beurt.db"

    @property
    def log(self) -> str:
        return (self.folder / "hub.log").read_text()

    def start(self) -> None:
        text = BRANCH.format(branch=self.branch, port=self.port, folder=self.folder, more=self.more, hub=self.device)
        self.config.write_text(text)
        command = [sys.executable, "-m", "beurt", "hub", "--config", str(self.config)]
        with (self.folder / "hub.log").open("ab") as log:
            self.process = subprocess.Popen(command, stderr=log, env={**os.environ, **self.environment})

    def kill(self) -> None:
        """As a power cut would end it."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def is_killed_and_started(self, client: WireClient) -> None:
        """As after a power cut; returns once the client has heard it come back."""
        self.kill()
        self.tells(client, "offline")
        self.start()
        self.tells(client, "ready")

    def tells(self, client: WireClient, state: str) -> Payload:
        """The status that it tells last, waiting until that has this state."""
        topic = f"device/{self.device}/status"
        told = client.wait_for(lambda: next((s for s in client.messages(topic)[-1:] if s["state"] == state), None))
        assert told is not None, client.messages(topic)
        return told

    def stop(self) -> int:
        """As systemd would end it; the exit code."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(timeout=30)

    def wait_until_it_ended(self, patience_s: float = 60) -> int:
        assert self.process is not None
        return self.process.wait(patience_s)

    def stalls(self, for_s: float, meanwhile: Callable[[], object] = lambda: None) -> None:
        """Let it lie still for a while, as on a very busy machine; `meanwhile` is done at its beginning."""
        assert self.process is not None
        self.process.send_signal(signal.SIGSTOP)
        meanwhile()
        time.sleep(for_s)
        self.process.send_signal(signal.SIGCONT)
