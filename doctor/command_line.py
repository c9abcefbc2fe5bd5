"""The commands of this room."""

import sys
from pathlib import Path

import click


@click.command()
@click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("/etc/beurt/branch.toml"),
    show_default=True,
    help="The file that describes the branch.",
)
@click.option("--device", "devices", multiple=True, help="A device that this box is; left out: those of box.toml.")
@click.option("--json", "is_json", is_flag=True, help="For programs, in place of text.")
@click.option("--keep", "is_kept", is_flag=True, help="Keep the findings on this box, and tell who wants to be told.")
@click.option("--root", type=click.Path(file_okay=False, path_type=Path), default=Path("/"), hidden=True)
def doctor(*, config: Path, devices: tuple[str, ...], root: Path, is_json: bool, is_kept: bool) -> None:
    """Look at this box and say what is so and what to do; exit code 0 good, 1 warning, 2 critical."""
    from doctor.program import run

    sys.exit(run(config, devices, root, is_json=is_json, is_kept=is_kept))


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the page there.")
@click.option("--json", "is_json", is_flag=True, help="For programs, in place of text.")
def fleet(*, file: Path, out: Path | None, is_json: bool) -> None:
    """Look at all branches that FILE lists; exit code 0 good, 1 warning, 2 critical or out of reach."""
    from doctor.fleet.program import run

    sys.exit(run(file, out, is_json=is_json))


commands: tuple[click.Command, ...] = (doctor, fleet)
