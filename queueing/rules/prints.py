"""What staff ask a kiosk's printer for."""

from queueing.case import CALLABLE, Case
from queueing.commands import PrintAgain, PrintReferral
from queueing.facts import Fact, PrintOrdered
from queueing.plan import Device
from queueing.refusals import Refused

Facts = tuple[Fact, ...]


def print_again(case: Case, command: PrintAgain) -> Facts:
    """Print a ticket that is still of use, where it was taken unless another kiosk is named."""
    ticket = case.ticket(command.ticket_id)
    named = case.device(command.device) if command.device is not None else None
    case.need_open_day()
    case.need_state(ticket, CALLABLE | {"calling", "at-desk"})
    device = named or case.plan.devices.get(ticket.device)
    return (PrintOrdered(case.at, case.new_id(), _printer(case, device, is_named=named is not None), ticket.id),)


def print_referral(case: Case, command: PrintReferral) -> Facts:
    """Print a partner's card; also right when the day is closed."""
    case.need_known(command.partner, case.plan.partners)
    case.need_known(command.language, case.plan.languages)
    named = case.device(command.device) if command.device is not None else None
    printer = _printer(case, named, is_named=named is not None)
    language = command.language or case.plan.languages[0]
    return (PrintOrdered(case.at, case.new_id(), printer, partner=command.partner, language=language),)


def _printer(case: Case, device: Device | None, *, is_named: bool) -> str:
    others = () if is_named else tuple(case.plan.devices.values())
    for candidate in (device, *others):
        if candidate and candidate.has_printer:
            return candidate.id
    raise Refused("no-printer")
