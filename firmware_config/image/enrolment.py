"""What goes on a card so that its box gets certificates: it counts once, and not for long."""

from pathlib import Path

from firmware_config.box import Box
from trust import branch, certificates, keys, names
from trust.authority import Authority
from trust.enrolment.client import ONCE

DAYS_UNTIL_FIRST_START = 60


def write(folder: Path, box: Box, organisation: Authority) -> None:
    """Fill the card's folder for enrolment, for the box with the hub or for another."""
    settings = box.settings
    certificates.write(folder / branch.ORGANISATION, organisation.certificate)
    if box.has_hub:
        branch.enrolment(organisation, folder / branch.ENROLMENT, settings.branch.id, names.permitted(settings))
        return
    for device in box.devices:
        key = keys.make()
        once = organisation.issue(key.public_key(), device, settings.branch.id, days=DAYS_UNTIL_FIRST_START)
        certificates.write(folder / f"{device}.{ONCE}.crt", once)
        keys.write(folder / f"{device}.{ONCE}.key", key)
