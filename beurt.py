"""The one command: the commands of all rooms below it. A room's programs are imported only when they run."""

import click

from console import command_line as console
from display import command_line as display
from doctor import command_line as doctor
from firmware_config import command_line as firmware_config
from hub import command_line as hub
from kiosk import command_line as kiosk
from pairing import command_line as pairing
from runtime import command_line as runtime
from screenkit import command_line as screenkit
from simulator import command_line as simulator
from trust import command_line as trust
from upkeep import command_line as upkeep
from voices import command_line as voices
from wire import command_line as wire

ROOMS = (
    console,
    display,
    doctor,
    firmware_config,
    hub,
    kiosk,
    pairing,
    runtime,
    screenkit,
    simulator,
    trust,
    upkeep,
    voices,
    wire,
)


@click.group()
@click.version_option(package_name="aan-de-beurt", message="%(version)s")
def main() -> None:
    """Aan de beurt: the walk-in queue for library help desks."""


for room in ROOMS:
    for command in room.commands:
        main.add_command(command)


if __name__ == "__main__":
    main()
