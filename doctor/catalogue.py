"""All checks, in the order in which they are told; every id has its section in docs/operate.md."""

from typing import Final

from doctor.checks import (
    backup,
    broker,
    card,
    certificates,
    clock,
    disk,
    power,
    printer,
    root,
    screen,
    services,
    settings,
    sound,
    storage,
    temperature,
    touch,
    unsent,
    update,
    versions,
)
from doctor.examination import Check

CHECKS: Final = (
    Check("settings", settings.look),
    Check("services", services.look),
    Check("broker", broker.look),
    Check("storage", storage.look),
    Check("printer", printer.look),
    Check("touch", touch.look),
    Check("screen", screen.look),
    Check("sound", sound.look),
    Check("unsent", unsent.look),
    Check("clock", clock.look),
    Check("disk", disk.look),
    Check("card", card.look),
    Check("root", root.look),
    Check("power", power.look),
    Check("temperature", temperature.look),
    Check("certificates", certificates.look),
    Check("versions", versions.look),
    Check("update", update.look),
    Check("backup", backup.look),
)
