"""Mosquitto on a free loopback port, set up as a branch needs it."""

import socket
from pathlib import Path

from simulator.demo.installed import find

# Started as root, Mosquitto would change to an account that may not enter the demo's folder: hence `user root`.
CONFIGURATION = """\
listener {port} 127.0.0.1
allow_anonymous true
user root
set_tcp_nodelay true
max_inflight_messages 100
max_queued_messages 100000
persistence true
persistence_location {folder}/
autosave_interval 1
autosave_on_changes true
log_dest stderr
log_type error
log_type warning
"""
CONNECT_WITHIN_S = 1.0


def command(folder: Path, port: int) -> list[str]:
    """How to start Mosquitto with its files in `folder`; raises NotInstalledError."""
    mosquitto = find("mosquitto", "mosquitto")
    store = folder / "mosquitto"
    store.mkdir()
    configuration = folder / "mosquitto.conf"
    configuration.write_text(CONFIGURATION.format(port=port, folder=store))
    return [mosquitto, "-c", str(configuration)]


def free_port() -> int:
    """A loopback port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def is_listening(port: int) -> bool:
    """Whether somebody takes connections on this loopback port."""
    try:
        with socket.create_connection(("127.0.0.1", port), CONNECT_WITHIN_S):
            return True
    except OSError:
        return False
