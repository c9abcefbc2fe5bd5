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
    Check("settings", "Settings", settings.look),
    Check("services", "Services", services.look),
    Check("broker", "Broker", broker.look),
    Check("storage", "Database", storage.look),
    Check("printer", "Printer and paper", printer.look),
    Check("touch", "Touchscreen", touch.look),
    Check("screen", "Screen", screen.look),
    Check("sound", "Sound", sound.look),
    Check("unsent", "Numbers to hand in", unsent.look),
    Check("clock", "Clock", clock.look),
    Check("disk", "Room on the disk", disk.look),
    Check("card", "Card", card.look),
    Check("root", "Read-only root", root.look),
    Check("power", "Power", power.look),
    Check("temperature", "Temperature", temperature.look),
    Check("certificates", "Certificates", certificates.look),
    Check("versions", "Versions", versions.look),
    Check("update", "Update", update.look),
    Check("backup", "Backup", backup.look),
)

TITLES: Final = {check.id: check.title for check in CHECKS}
