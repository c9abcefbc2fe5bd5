"""A real Mosquitto on loopback, for tests that speak over the wire."""

import getpass
import os
import signal
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from ports import free_port

MOSQUITTO = os.environ.get("MOSQUITTO", "/usr/sbin/mosquitto")
"""Another one, where its rights are to be tried too."""
READY_LIMIT_S = 30

_SETTINGS = f"""\
user {getpass.getuser()}
persistence false
set_tcp_nodelay true
max_queued_messages 100000
max_inflight_messages 100
"""


@dataclass
class Mosquitto:
    """A real broker on a loopback port of its own; it keeps nothing when it is killed."""

    folder: Path
    host: str = "127.0.0.1"
    port: int = field(default_factory=free_port)
    settings: str = "allow_anonymous true\n"
    """More lines for its configuration: who may log in, who may do what."""
    socket: Path | None = None
    """Where it listens too, when given."""
    _process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The process, which runs."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Starts it, and waits until it takes connections."""
        configuration = self.folder / "mosquitto.conf"
        configuration.write_text(self._configuration())
        with (self.folder / "mosquitto.log").open("ab") as log:
            self._process = subprocess.Popen([MOSQUITTO, "-c", str(configuration)], stdout=log, stderr=log)
        self._wait_ready()

    def freeze(self) -> None:
        """Lets it stand still, its connections open."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Lets it go on."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """Ends it without warning."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """Ends it, if it runs."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.send_signal(signal.SIGCONT)
            self._process.wait(READY_LIMIT_S)

    def restart(self) -> None:
        """Kills it and starts it again on the same port."""
        self.kill()
        self.start()

    def _configuration(self) -> str:
        listeners = f"listener {self.port} {self.host}\n"
        if self.socket is not None:
            listeners += f"listener 0 {self.socket}\n"
        return _SETTINGS + listeners + self.settings

    def _is_listening(self) -> bool:
        if self.socket is not None and not self.socket.exists():
            return False
        with socket.socket() as line:
            return line.connect_ex((self.host, self.port)) == 0

    def _wait_ready(self) -> None:
        assert self._process is not None
        end_s = time.monotonic() + READY_LIMIT_S
        while time.monotonic() < end_s and self._process.poll() is None:
            if self._is_listening():
                return
            time.sleep(0.02)
        raise RuntimeError((self.folder / "mosquitto.log").read_text())
