"""The commands of this room: listening to voices, and recording one."""

import sys
from pathlib import Path
from typing import Any

import click


@click.command()
@click.option("--say", nargs=2, metavar="LANGUAGE TEXT", help="Say this aloud.")
@click.option(
    "--file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what --say says there, as a WAV file, in place of aloud.",
)
@click.option("--device", "output", help="The ALSA device that --say speaks through.")
@click.option("--missing", metavar="LANGUAGE", help="List the texts that its recorded clips lack.")
def voices(*, say: tuple[str, str] | None, file: Path | None, output: str | None, missing: str | None) -> None:
    """List which voice this device has for each language."""
    from voices.program import run

    sys.exit(run(say=say, file=file, device=output, missing=missing))


@click.command()
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


commands: tuple[click.Command, ...] = (voices, record)
