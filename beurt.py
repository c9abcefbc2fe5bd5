"""The one command: each program is a subcommand, imported only when it runs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doctor import command_line as doctor
from firmware_config import command_line as firmware
from pairing import command_line as pairing
from trust import command_line as trust
from upkeep import command_line as upkeep

if TYPE_CHECKING:
    from datetime import datetime

    from runtime.settings.model import Settings
    from simulator.demo.branch_file import Mode

FAULTY_SETTINGS = 2
WIDTHS = ("384", "512", "576", "640")

config = click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("/etc/beurt/branch.toml"),
    show_default=True,
    help="The file that describes the branch.",
)
device = click.option("--device", envvar="BEURT_DEVICE", help="Which one of the branch file; left out: the first.")
existing = click.Path(exists=True, dir_okay=False, path_type=Path)
written = click.Path(dir_okay=False, path_type=Path)
dump = click.option("--dump", type=written, help="Write the bytes there, and print nothing.")
png = click.option("--png", type=written, help="Write a picture of the paper there, and print nothing.")
window = click.option("--window", metavar="WxH+X+Y", help="A window there, in place of the whole screen.")


@click.group()
@click.version_option(package_name="aan-de-beurt", message="%(version)s")
def main() -> None:
    """Aan de beurt: the walk-in queue for library help desks."""


@main.command()
@config
def hub(config: Path) -> None:
    """Own the queue: take commands from the broker, answer and publish."""
    from hub.program import run

    sys.exit(run(_settings(config)))


@main.command()
@config
@device
@window
@click.option("--transcript", type=written, metavar="FILE", help="Add a line there for all that is said aloud.")
def kiosk(config: Path, device: str | None, window: str | None, transcript: Path | None) -> None:
    """Show the touchscreen on which visitors take a number."""
    from kiosk.program import run

    sys.exit(run(_settings(config), device, window, transcript))


@main.command()
@config
@device
@window
def display(config: Path, device: str | None, window: str | None) -> None:
    """Show in the waiting room whose turn it is."""
    from display.program import run

    sys.exit(run(_settings(config), device, window))


@main.command()
@config
def console(config: Path) -> None:
    """Serve the staff's web page."""
    from console.program import run

    sys.exit(run(_settings(config)))


@main.command("broker-watch")
@click.option("--socket", "address", type=click.Path(path_type=Path), default=Path("/run/mosquitto/beurt.sock"))
@click.option("--password-file", type=click.Path(path_type=Path), default=Path("/etc/beurt/secrets/broker-watch"))
def broker_watch(address: Path, password_file: Path) -> None:
    """End a broker of this box that hangs, so that systemd starts it again."""
    from wire.broker_watch import run

    sys.exit(run(address, password_file))


@main.command("compositor-watch")
@click.option("--socket", "address", type=click.Path(path_type=Path), default=Path("/run/beurt-screens/wayland-0"))
def compositor_watch(address: Path) -> None:
    """Tell systemd whether the compositor that two screens share still answers."""
    from screenkit.compositor_watch import run

    sys.exit(run(address))


@main.command()
@click.option("--mode", type=click.Choice(["one-button", "topics", "plaza"]), default="one-button", show_default=True)
@click.option("--info", type=click.Path(dir_okay=False, path_type=Path), help="Write there where everything is.")
@click.option("--tour", type=click.Path(file_okay=False, path_type=Path), help="Walk past everything; pictures there.")
def demo(mode: Mode, info: Path | None, tour: Path | None) -> None:
    """Run everything on this one computer, with a virtual printer."""
    from simulator.demo.program import run

    sys.exit(run(mode, info, tour))


@main.command()
@click.option("--serial", type=click.Path(path_type=Path), metavar="LINK", help="A serial line: a link to its far end.")
@click.option("--tcp", type=click.IntRange(0, 65535), metavar="PORT", help="A TCP port, on this computer only.")
@click.option("--paper", type=click.Path(file_okay=False, path_type=Path), required=True, help="Tickets as pictures.")
@click.option("--dump", type=click.Path(dir_okay=False, path_type=Path), help="Every byte that came in.")
@click.option("--control", type=click.Path(path_type=Path), help="A FIFO: a word a line switches faults on and off.")
@click.option("--width-dots", type=click.IntRange(96, 832), default=576, show_default=True, help="Of the print head.")
def printer(
    *, serial: Path | None, tcp: int | None, paper: Path, dump: Path | None, control: Path | None, width_dots: int
) -> None:
    """Be a receipt printer that draws its tickets as pictures."""
    from simulator.printer.program import run

    sys.exit(run(serial=serial, tcp=tcp, paper=paper, dump=dump, control=control, width_dots=width_dots))


@main.command()
@config
@click.option("--visitors", type=click.IntRange(1, 100_000), default=100, show_default=True, help="How many come.")
@click.option("--desks", type=click.IntRange(1, 100), default=2, show_default=True, help="How many help them.")
@click.option("--seconds", type=click.FloatRange(0), help="Over how long they come; left out: as fast as it goes.")
@click.option("--seed", type=int, help="The same number makes the same crowd.")
def visitors(config: Path, visitors: int, desks: int, seconds: float | None, seed: int | None) -> None:
    """Let simulated visitors and staff loose on a running hub."""
    from simulator.visitors import run

    sys.exit(run(_settings(config), visitors=visitors, desks=desks, seconds=seconds, seed=seed))


@main.command()
@click.option("--language", default="nl", show_default=True, help="The visitor's, by its code.")
@click.option("--width", type=click.Choice(WIDTHS), default="576", show_default=True, help="Dots in a line.")
@click.option("--profile", default="TM-T20II", show_default=True, help="The model of printer.")
@click.option("--number", default="B27", show_default=True, help="What is called.")
@click.option("--large", is_flag=True, help="In large letters.")
@click.option("--config", type=existing, help="A branch file; left out: a library that does not exist.")
@dump
@png
def ticket(*, config: Path | None, dump: Path | None, png: Path | None, **sample: Any) -> None:
    """Make a sample ticket without a printer: its bytes, and a picture of the paper."""
    from simulator.paper.program import run_ticket

    if not dump and not png:
        raise click.UsageError("say where to: --dump FILE, --png FILE or both")
    sys.exit(run_ticket(_settings(config) if config else None, dump=dump, png=png, **sample))


@main.command()
@click.argument("numbers", metavar="FIRST-LAST")
@click.option("--letter", default="", help="Before each number.")
@config
@device
@dump
@png
def slips(*, numbers: str, letter: str, config: Path, device: str | None, **files: Path | None) -> None:
    """Print numbered slips, such as 1-40, for a day on which all else is down."""
    from simulator.paper.program import run_slips

    sys.exit(run_slips(_settings(config), wanted=numbers, letter=letter, device=device, **files))


@main.command("printer-test")
@config
@device
@dump
@png
def printer_test(*, config: Path, device: str | None, **files: Path | None) -> None:
    """Print the test page of a kiosk's printer, which shows what profile and width are right."""
    from simulator.paper.program import run_printer_test

    sys.exit(run_printer_test(_settings(config), device=device, **files))


@main.command("staff-password")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.password_option("--password", prompt="Password", help="Asked for where it is left out.")
def staff_password(file: Path, password: str) -> None:
    """Write the hash of the staff's password to the file that the branch file names."""
    from console.password import write

    try:
        write(file, password)
    except (OSError, ValueError) as fault:
        raise click.ClickException(str(fault)) from fault


@main.command("service-pin")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.password_option("--pin", prompt="PIN", help="4 to 8 figures; asked for where it is left out.")
def service_pin(file: Path, pin: str) -> None:
    """Write the hash of the PIN that opens the kiosk's service menu to the file that the branch file names."""
    from kiosk.service.pin import write

    try:
        write(file, pin)
    except (OSError, ValueError) as fault:
        raise click.ClickException(str(fault)) from fault


@main.command()
@click.option("--say", nargs=2, metavar="LANGUAGE TEXT", help="Say this aloud.")
@click.option("--file", type=written, help="Write what --say says there, as a WAV file, in place of aloud.")
@click.option("--device", "output", help="The ALSA device that --say speaks through.")
@click.option("--missing", metavar="LANGUAGE", help="List the texts that its recorded clips lack.")
def voices(*, say: tuple[str, str] | None, file: Path | None, output: str | None, missing: str | None) -> None:
    """List which voice this device has for each language."""
    from voices.program import run

    sys.exit(run(say=say, file=file, device=output, missing=missing))


@main.command()
@click.argument("language")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--letters", default="ABLRZ", show_default=True, help="The letters that numbers begin with.")
@click.option("--also", multiple=True, metavar="TEXT", help="Record this too, such as the name of a desk.")
@click.option("--calls-only", is_flag=True, help="Nothing but what calls in the waiting room need.")
@click.option("--microphone", default="default", show_default=True, metavar="DEVICE", help="As `arecord -L` names it.")
def record(**wanted: Any) -> None:
    """Record a language's clips: whoever speaks it reads them aloud, one after the other."""
    from voices.recording.program import run

    sys.exit(run(**wanted))


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--effective", is_flag=True, help="Print all settings, each with the file and line it comes from.")
def check(*, file: Path, effective: bool) -> None:
    """Say what is wrong with a branch file, before anything is installed."""
    from runtime.check import run, show_effective

    sys.exit(show_effective(file) if effective else run(file))


@main.command()
@click.argument("number")
@config
def why(number: str, config: Path) -> None:
    """Tell why a number of today was called when it was; run it where the hub runs."""
    from hub.asking import why

    sys.exit(why(_settings(config), number.upper()))


@main.command()
@config
def people(config: Path) -> None:
    """Print how many wait or are being helped; run it where the hub runs."""
    from hub.asking import people

    sys.exit(people(_settings(config)))


@main.command()
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The first date.")
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The last date, included.")
@click.option("--by", type=click.Choice(["day", "month", "quarter", "year"]), default="month", show_default=True)
@click.option("--public", is_flag=True, help="With small numbers protected, also from earlier reports.")
@config
def report(*, first: datetime, last: datetime, by: Any, public: bool, config: Path) -> None:
    """Print the figures over dates; run it where the hub runs."""
    from hub.asking import report

    if first > last:
        raise click.UsageError("--from comes after --to")
    sys.exit(report(_settings(config), (first.date(), last.date()), by, is_public=public))


@main.command()
def schema() -> None:
    """Print the contract on the wire as an AsyncAPI document."""
    import msgspec

    from wire.schema import asyncapi

    click.echo(msgspec.json.format(msgspec.json.encode(asyncapi()), indent=2))


def _settings(file: Path) -> Settings:
    from runtime.settings.load import SettingsFaults, load

    try:
        return load(file)
    except SettingsFaults as faults:
        click.echo(faults, err=True)
        sys.exit(FAULTY_SETTINGS)


for command in (*doctor.commands, *trust.commands, *pairing.commands, *upkeep.commands, *firmware.commands):
    main.add_command(command)


if __name__ == "__main__":
    main()
