"""Ports that nobody uses."""

import random
import socket

OURS = range(12_000, 32_000)
"""Below those that the system itself gives to whoever connects somewhere: such a port would be gone again at once."""


def free_port() -> int:
    """One of the loopback address; another run is unlikely to come upon the same."""
    while True:
        port = random.SystemRandom().choice(OURS)
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) != 0:
                return port
