"""The page, and what its buttons do; the hub's side of pairing is asked on this same box."""

import asyncio
import logging
from typing import Any, Final

from litestar import get, post
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_303_SEE_OTHER

from console.figures.asking import staff
from console.figures.coordinator import SIGN_IN
from console.room import InRoom, Room, StaffRequest
from console.signin import Form
from pairing import control
from pairing.code import start_of
from pairing.messages import Asked, Order, Outcome, State
from runtime.texts import mark
from trust.enrolment.line import Broken

PATH: Final = "/apparaten"
LONGEST: Final = 60
ORDERS: Final[dict[str, Asked]] = {"aan": "open", "uit": "close", "koppelen": "pair", "uitsluiten": "revoke"}
OUTCOMES: Final[dict[Outcome, str]] = {
    "paired": mark("Gekoppeld. Het apparaat start vanzelf."),
    "revoked": mark("Dit apparaat kan niet meer meedoen."),
    "wrong": mark("Dat zijn niet de letters van een apparaat dat wacht."),
    "nobody": mark("Er wacht nog geen apparaat. Zit de netwerkkabel erin?"),
    "closed": mark("Koppelen staat uit. Zet het weer aan."),
    "lost": mark("Het apparaat gaf geen antwoord. Koppel het opnieuw."),
    "no-device": mark("Dat apparaat staat niet in de instellingen. Vraag de beheerder."),
    "no-account": mark("Dit apparaat heeft nog geen account. Vraag de beheerder."),
    "no-console": mark("Koppelen kan hier nu niet. Vraag de beheerder."),
}

log = logging.getLogger(__name__)


@get(PATH)
async def devices_page(request: StaffRequest, room: InRoom) -> Template | Redirect:
    """How it stands."""
    if not staff(request).is_coordinator:
        return Redirect(SIGN_IN, status_code=HTTP_303_SEE_OTHER)
    return _page(room, await _asked(Order(asked="state")))


@post(PATH + "/{what:str}")
async def devices_order(request: StaffRequest, room: InRoom, what: str, data: Form) -> Template | Redirect:
    """Do something, and show how it stands then."""
    if not staff(request).is_coordinator:
        return Redirect(SIGN_IN, status_code=HTTP_303_SEE_OTHER)
    if what not in ORDERS:
        return Redirect(PATH, status_code=HTTP_303_SEE_OTHER)
    order = Order(asked=ORDERS[what], code=data.get("code", "")[:LONGEST], device=data.get("device", "")[:LONGEST])
    state = await _asked(order)
    if state.outcome or order.asked in {"pair", "revoke"}:
        log.warning("the coordinator asked to %s %s: %s", order.asked, order.device, state.outcome)
        return _page(room, state)
    return Redirect(PATH, status_code=HTTP_303_SEE_OTHER)


HANDLERS: Final = (devices_page, devices_order)


async def _asked(order: Order) -> State:
    try:
        return await asyncio.to_thread(control.ask, order)
    except (OSError, Broken) as fault:
        log.warning("pairing cannot be asked: %s", fault)
        return State(outcome="no-console")


def _page(room: Room, state: State) -> Template:
    told = OUTCOMES.get(state.outcome, "")
    context: dict[str, Any] = {
        "state": state,
        "fingerprint": start_of(state.fingerprint),
        "minutes": int(state.left_s // 60) + 1,
        "told": room.names.texts.text(told) if told else "",
        "has_own_clock": room.settings.network.kind == "own-wifi",
        "is_good": state.outcome in {"paired", "revoked"},
    }
    return Template("devices.html", context=context)
