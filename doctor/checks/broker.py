"""Whether the broker takes a login, and whether the hub behind it answers."""

from collections.abc import Iterator
from typing import Final

from doctor.box import Box, kinds
from doctor.report import Finding, critical, good, not_here, warning
from runtime.settings.model import Settings
from runtime.settings.sense.places import is_loopback
from wire.client import Unreachable, place
from wire.glance import Glance
from wire.glance import look as glance_at
from wire.local_word import FOLDER as WORDS
from wire.names import new_id
from wire.visit import LoginRefused

LIMIT_S: Final = 5.0
HUB_SLOW_S: Final = 2.0
SILENT_S: Final = 150.0


def look(box: Box) -> Iterator[Finding]:
    """Says whether there is a broker, a hub that answers, and whether this box's own programs are connected."""
    if box.settings is None:
        yield not_here("Without settings nobody knows where the broker is.")
        return
    yield from _seen(box, box.settings)
    for device in box.devices:
        word = box.words.get(device)
        if word is None:
            yield _unheard(box, device)
        elif word.age_s > SILENT_S:
            yield critical(
                f"It has said nothing for {word.age_s / 60:.0f} minutes, so it hangs or does not run.",
                "See the services; restart it: systemctl restart beurt.target.",
                device,
            )
        elif not word.said.is_connected:
            yield critical("It is not connected to the broker.", _way_to(box, box.settings), device)
        else:
            yield good("It is connected to the broker.", device)


def _unheard(box: Box, device: str) -> Finding:
    told = "It has said nothing yet of its connection."
    if not box.machine.has(WORDS):
        return not_here(told, device)
    return warning(told, "It starts, or does not run: see the services. Look again in a minute.", device)


def _seen(box: Box, settings: Settings) -> Iterator[Finding]:
    account = monitor_of(settings)
    where = place(settings.broker)
    try:
        seen = glance_at(settings.broker, account or f"doctor-{new_id()[:8]}", settings.branch.id, limit_s=LIMIT_S)
    except LoginRefused as refused:
        if account is None and settings.broker.accounts:
            yield good(f"{where} is there; without a monitor's account here, no more can be seen of it.")
        else:
            yield critical(f"{refused}.", "Write the broker's accounts again: docs/operate.md.")
    except Unreachable as fault:
        yield critical(f"{fault}.", _way_to(box, settings))
    else:
        yield from judge(settings, seen)


def judge(settings: Settings, seen: Glance) -> Iterator[Finding]:
    """What a look through the broker means."""
    branch = kinds(settings)
    if seen.hub_took_s is None:
        yield critical(
            f"{place(settings.broker)} is there, but the hub does not answer.",
            "On the hub's box: systemctl status beurt-hub; journalctl -u beurt-hub -n 50.",
        )
    else:
        told = f"{place(settings.broker)} is there, and the hub answers within {seen.hub_took_s * 1000:.0f} ms."
        slow = seen.hub_took_s > HUB_SLOW_S
        yield warning(told, "Look at the temperature and the card of the hub's box.") if slow else good(told)
    for device in branch:
        status = seen.statuses.get(device)
        if status is None or status.state == "offline":
            since = f" since {status.at}" if status else ""
            yield warning(f"The branch's {branch[device]} is away{since}.", "See whether it is on.", device)


def monitor_of(settings: Settings) -> str | None:
    """The first account that is no device's and whose password may be read here."""
    devices = kinds(settings)
    for name in sorted(settings.broker.accounts.keys() - devices.keys()):
        try:
            settings.broker.accounts[name].password_file.read_bytes()
        except OSError:
            continue
        return name
    return None


def _way_to(box: Box, settings: Settings) -> str:
    if box.of("hub") or is_loopback(settings.broker.host):
        return "See the broker: systemctl status mosquitto; journalctl -u mosquitto -n 50."
    return (
        f"See whether the hub's box is on, whether this box has a network (ip addr), and whether the firewall lets it "
        f"through to {settings.broker.host}:{settings.broker.port}."
    )
