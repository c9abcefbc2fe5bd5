"""`beurt update`: where the release comes from, whether this is the moment, and what the box is."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import click

from doctor.mounts import MOUNTINFO, of, parse
from runtime.settings.faults import SettingsFaults
from runtime.settings.load import load
from runtime.settings.model import Settings
from upkeep.release.faults import Busy, ReleaseFault
from upkeep.update.box import ANSWERS, Box
from upkeep.update.bringing import FOLDER, bring
from upkeep.update.bringing import WORD as WORD_OF_FETCHING
from upkeep.update.changing import WORD, Outcome, Place, Update, Verdict
from upkeep.update.fetching import ON_STICK, Folder, Source, Web, stick
from upkeep.update.moment import is_quiet

ADDRESS = "update.url"
"""Beside the branch file: one line, the https address of the folder with the newest release."""

BOX = "box.toml"
"""Beside the branch file: which devices this box is."""

READ_ONLY_ROOT = "overlayroot"
"""What Debian's package of that name mounts."""

MOST_BYTES = 4096
_NOWHERE = Outcome("none", trouble=f"no stick with the label BEURT, and no {ADDRESS} beside the branch file")
EXIT_CODES: dict[Verdict, int] = {"refused": 1, "rolled-back": 2}
"""The others are 0."""


def run(
    *, config: Path, place: str | None, key: Path, root: Path, word: Path | None, patience: float, **how: bool
) -> int:
    """Update this box; the exit code is 0, 1 where the release was refused, 2 where it was taken back."""
    try:
        settings = load(config)
        told = word or (FOLDER / WORD_OF_FETCHING if how["fetch"] else WORD)
        answers = word.parent if word else ANSWERS
        outcome = _run(settings, place, Place(root, key, told, answers, _devices(config), patience), **how)
    except (ReleaseFault, SettingsFaults) as fault:
        click.echo(fault, err=True)
        return EXIT_CODES["refused"]
    _say(outcome)
    return EXIT_CODES.get(outcome.verdict, 0)


def _run(
    settings: Settings,
    place: str | None,
    where: Place,
    *,
    unattended: bool,
    now: bool,
    allow_older: bool,
    again: bool,
    resume: bool,
    fetch: bool,
) -> Outcome:
    _refuse_a_root_that_forgets(where.root, Path(MOUNTINFO).read_text("utf-8"))
    box = Box(where.root, settings.path, where.judged_within_s, where.answers)
    has_hub = settings.hub.device in where.devices
    update = Update(where, box, box.back_up if has_hub else _nothing, lambda what: click.echo(f"… {what}"))
    if resume:
        return _resumed(update)
    if unattended and not is_quiet(settings, datetime.now(UTC)):
        return Outcome("postponed", trouble="the doors are open, or soon will be")
    if fetch:
        source = _source(place, settings)
        return bring(source, where, where.word.parent) if source else _NOWHERE
    people = 0 if now else box.people()
    if people:
        return Outcome("postponed", trouble=f"{people} people wait or are being helped; try again later, or with --now")
    source = _source(place, settings)
    if source is None:
        return _NOWHERE
    return update.run(source, is_older_allowed=allow_older, is_forced=again)


def _resumed(update: Update) -> Outcome:
    try:
        return update.resume()
    except Busy as fault:
        # The update restarts the target, and with it the unit that resumes: it judges by itself then.
        return Outcome("none", trouble=str(fault))


def _refuse_a_root_that_forgets(root: Path, mountinfo: str) -> None:
    mount = of(str(root.absolute()), parse(mountinfo))
    if mount is not None and mount.source == READ_ONLY_ROOT:
        raise ReleaseFault("the root is read-only, so an update would be gone at the next start; see docs/operate.md")


def _source(place: str | None, settings: Settings) -> Source | None:
    address, proxy = settings.path.with_name(ADDRESS), settings.network.proxy
    if place in {None, "USB"}:
        release = stick()
        if release is not None:
            return Folder(release)
    if place == "USB":
        raise ReleaseFault(f"there is no USB stick with the label BEURT and a folder {ON_STICK}")
    if place is not None:
        return Web(place, proxy) if "://" in place else Folder(Path(place))
    return Web(_read(address).strip(), proxy) if address.exists() else None


def _devices(config: Path) -> tuple[str, ...]:
    box = config.with_name(BOX)
    if not box.exists():
        return ()
    try:
        return tuple(map(str, tomllib.loads(_read(box))["devices"]))
    except (ValueError, KeyError, TypeError) as fault:
        raise ReleaseFault(f"{box} cannot be read: {fault}") from fault


def _nothing() -> None:
    """Without the hub there is nothing to make a backup of."""


def _read(file: Path) -> str:
    try:
        with file.open("rb") as source:
            return source.read(MOST_BYTES).decode()
    except (OSError, UnicodeDecodeError) as fault:
        raise ReleaseFault(f"{file} cannot be read: {fault}") from fault


def _say(outcome: Outcome) -> None:
    words = {
        "fetched": f"{outcome.offered} is here, and waits to be installed",
        "installed": f"{outcome.offered} is in use; before it was {outcome.before}",
        "rolled-back": f"{outcome.offered} was no good, so {outcome.before} is in use again",
        "refused": f"nothing was changed; {outcome.before} stays in use",
        "postponed": "not now",
        "none": f"{outcome.before or 'this box'} stays: nothing newer is on offer",
    }
    click.echo(words[outcome.verdict])
    if outcome.trouble:
        click.echo(outcome.trouble, err=True)
