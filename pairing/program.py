"""What `beurt pairing` does: on the hub's box it serves, on a new box it pairs."""

import logging
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

from pairing import control
from pairing.box import NotPaired, pair
from pairing.code import new_code
from pairing.desk import Desk
from pairing.door import Door
from pairing.finding import EVERYBODY, PORT, find
from pairing.messages import Order, State
from pairing.screen import Screen
from pairing.settling import adopt, is_new, keep, settle
from trust import branch, files
from trust.authority import Authority
from trust.program import ARRIVED

FAILED: Final = 1
CODE_LASTS_S: Final = 600.0
AGAIN_AFTER_S: Final = 3.0

log = logging.getLogger(__name__)


def serve(config: Path, etc: Path, authority: Path = branch.FOLDER, place: Path = control.PLACE) -> int:
    """Obey the console until this process is ended."""
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)

    def keep_password(device: str, password: str) -> None:
        files.write(authority / ARRIVED / device, password.encode(), files.OWNER_ONLY)

    desk = Desk(config, Authority.load(authority), etc, keep_password)
    door = Door(desk, etc)
    with closing(control.opened(place)) as line:
        control.serve(lambda order: obey(desk, door, order), line)
    return 0


def obey(desk: Desk, door: Door, order: Order) -> State:
    """Do what the coordinator wants, and say how it stands then."""
    match order.asked:
        case "open":
            desk.open()
            door.open()
        case "close":
            desk.close()
        case "pair":
            return desk.state(desk.pair(order.code, order.device))
        case "revoke":
            return desk.state(desk.revoke(order.device))
    return desk.state()


def become(etc: Path, screen: Screen, host: str = "", *, everybody: str = EVERYBODY, port: int = PORT) -> str:
    """Show codes until this box was paired; the device that it is then. Each code is for one hub, and ten minutes."""
    trouble = ""
    while True:
        own_code, ends_s, found = new_code(), time.monotonic() + CODE_LASTS_S, host
        screen.code(own_code, trouble=trouble)
        while not found and time.monotonic() < ends_s:
            found = find(ends_s - time.monotonic(), everybody, port)
        if not found:
            continue
        try:
            show = partial(screen.code, own_code, trouble=trouble)
            paired = pair(found, own_code, show, lambda paired: keep(paired, etc), port)
        except NotPaired as fault:
            trouble = str(fault)
            log.warning("%s", trouble)
            time.sleep(AGAIN_AFTER_S)
            continue
        adopt(paired, etc)
        return paired.given.device


def box(etc: Path, host: str) -> int:
    """Pair this box, and let its programs start; the exit code is 1 where that failed."""
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    screen = Screen()
    try:
        if is_new(etc):
            screen.done(become(etc, screen, host))
        settle()
    except NotPaired as fault:
        log.error("%s", fault)  # noqa: TRY400 - the line says what is wrong
        return FAILED
    return 0
