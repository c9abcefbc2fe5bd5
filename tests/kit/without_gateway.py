"""A new box and a hub on a network of two plugs and a cable, without a gateway; says where the box finds the hub.

unshare --user --map-root-user --net python without_gateway.py
"""

import socket
import subprocess
import sys
import time

from pairing.finding import PORT, answer_seekers, find

PATIENCE_S = 30.0
HUB, BOX = "192.0.2.5/24", "192.0.2.6/24"


def plug(address: str) -> None:
    ends_s = time.monotonic() + PATIENCE_S
    while "eth0" not in [name for _, name in socket.if_nameindex()] and time.monotonic() < ends_s:
        time.sleep(0.02)
    for command in (("addr", "add", address, "dev", "eth0"), ("link", "set", "eth0", "up")):
        subprocess.run(("ip", *command), check=True)


def hub() -> None:
    sys.stdout.write("here\n")
    sys.stdout.flush()
    plug(HUB)
    ends_s = time.monotonic() + PATIENCE_S
    answer_seekers(("", PORT), lambda: time.monotonic() < ends_s)


def box() -> None:
    with subprocess.Popen(
        ("unshare", "--net", sys.executable, __file__, "hub"), stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "here\n"
        cable = ("ip", "link", "add", "eth0", "type", "veth", "peer", "name", "eth0", "netns", str(other.pid))
        subprocess.run(cable, check=True)
        plug(BOX)
        sys.stdout.write(f"{find(PATIENCE_S)}\n")
        other.terminate()


if __name__ == "__main__":
    hub() if sys.argv[1:] == ["hub"] else box()
