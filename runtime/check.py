"""What `beurt check` says about a branch file: its faults, or that it is in order and what could be better."""

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import click

from runtime.settings.devices import Kiosk
from runtime.settings.effective import effective
from runtime.settings.faults import SettingsFaults
from runtime.settings.load import load
from runtime.settings.model import Settings
from runtime.settings.room import MOST_PAGES, TILE_MM, has_room_for, pages, tiles_on_a_page
from runtime.settings.sense.places import is_loopback
from runtime.settings.values import Names
from runtime.texts import is_checked
from runtime.writing.letters import missing, shown

FAULTY = 2

COARSEST_MM_PER_PX = 0.4
DRAWN_ON_PAPER = {"ar": "Arabic", "ti": "Tigrinya"}
"""The languages that no receipt printer writes by itself: their lines are printed as pictures."""

DRAWN_TICKET_BITS = 37_000
FAST_BAUD = 38400
SOUND_ALIKE = ("BCDEGPTVW", "AHK")
LOOK_LIKE_DIGITS = "IO"
WAITING_PLACE = "branch.waiting_place"


def run(path: Path) -> int:
    """Print what there is to say about a branch file; the exit code is 0, or 2 where it has faults."""
    try:
        settings = load(path)
    except SettingsFaults as faults:
        click.echo(faults)
        return FAULTY
    click.echo(f"{path}: in orde")
    for warning in warnings(settings):
        click.echo(f"{path}: note: {warning}")
    return 0


def show_effective(path: Path) -> int:
    """Print the settings with the place that each comes from; the exit code is 0, or 2 where a file has faults."""
    try:
        click.echo(effective(path), nl=False)
    except SettingsFaults as faults:
        click.echo(faults, err=True)
        return FAULTY
    return 0


def warnings(settings: Settings) -> list[str]:
    """What works, but not as somebody might expect."""
    return [warning for look in _LOOKS for warning in look(settings)]


def _tiles(settings: Settings) -> Iterator[str]:
    tiles, mode = len(settings.topics), settings.branch.mode
    if mode == "one-button":
        return
    for at, kiosk in _kiosks(settings):
        count = pages(kiosk.screen, tiles)
        if count == 1:
            continue
        width_mm, height_mm = kiosk.screen.millimetres
        on_pages = f"they go over {count} pages; a larger screen or fewer topics would do without"
        instead = f'it shows one button, as in the mode "one-button": no topic lies over more than {MOST_PAGES} pages'
        yield (
            f'{at}.screen: {tiles} tiles of {TILE_MM} mm or more, and one for "Ik weet het niet", do not fit on '
            f"{width_mm} x {height_mm} mm read from {kiosk.screen.viewing_distance_mm} mm, which has room for "
            f"{tiles_on_a_page(kiosk.screen)}: "
            f"{on_pages if mode == 'plaza' or has_room_for(kiosk.screen, tiles) else instead}"
        )


def _pixels(settings: Settings) -> Iterator[str]:
    for at, kiosk in _kiosks(settings):
        width_px, width_mm = kiosk.screen.pixels[0], kiosk.screen.millimetres[0]
        if width_mm / width_px > COARSEST_MM_PER_PX:
            yield f"{at}.screen: {width_px} pixels over {width_mm} mm is coarse for a screen at hand; measure it again"


def _printers(settings: Settings) -> Iterator[str]:
    drawn = " and ".join(name for code, name in DRAWN_ON_PAPER.items() if code in settings.branch.languages)
    for at, kiosk in _kiosks(settings):
        printer = kiosk.printer
        if printer.kind == "none":
            yield f"{at}.printer: there is none, so numbers are on the screen only"
        if printer.kind == "serial" and drawn and printer.baud < FAST_BAUD:
            seconds = round(DRAWN_TICKET_BITS / printer.baud)
            yield (
                f"{at}.printer.baud: at {printer.baud} baud a ticket in {drawn} takes about {seconds} s; "
                f"set {FAST_BAUD} or more"
            )
        if printer.kind == "serial" and drawn and printer.flow == "none":
            yield f"{at}.printer.flow: without flow control lines in {drawn} may lose parts; set rtscts or xonxoff"


def _letters(settings: Settings) -> Iterator[str]:
    letters = [line.letter for line in settings.lines if line.letter]
    letters += [kiosk.spare_letter for kiosk in settings.kiosks]
    for letter in sorted(set(letters) & set(LOOK_LIKE_DIGITS)):
        yield f"the letter {letter} looks like a digit; A, B, L, R and Z read and sound best"
    for one, other in combinations(sorted(set(letters)), 2):
        if any(one in group and other in group for group in SOUND_ALIKE):
            yield f"the letters {one} and {other} sound alike in Dutch; A, B, L, R and Z sound apart"


def _names(settings: Settings) -> Iterator[str]:
    languages = settings.branch.languages
    for name, names in _named(settings):
        missing = [language for language in languages if language not in names]
        if missing:
            instead = "no place is told" if name == WAITING_PLACE else f"visitors see {next(iter(names))}"
            yield f"{name}: no text in {', '.join(missing)}; {instead} there"
        unused = [language for language in names if language not in languages]
        if unused:
            yield f"{name}: the text in {', '.join(unused)} is never shown, as branch.languages lacks that"


def _unseen(settings: Settings) -> Iterator[str]:
    for name, text in _told(settings):
        seen, lost = shown(text), missing(text)
        if lost:
            yield f'{name}: no font has "{lost}"; screens and tickets show "{seen}"'


def _unread(settings: Settings) -> Iterator[str]:
    for language in settings.branch.languages:
        if not is_checked(language):
            yield f"branch.languages: {language}: not yet checked by a native reader"


def _boxes(settings: Settings) -> Iterator[str]:
    for name, found in (("kiosks", settings.kiosks), ("displays", settings.displays)):
        if len(found) > 1 and is_loopback(settings.broker.host):
            hub = f"{settings.branch.id}-{settings.hub.device}.local"
            yield (
                f"{name}: {' and '.join(each.device for each in found)} need a box each, and broker.host is the box "
                f'itself: the others do not reach the queue; set it to "{hub}"'
            )


def _console(settings: Settings) -> Iterator[str]:
    console = settings.console
    if console.staff_password_file is None and console.oidc is None:
        yield "console.staff_password_file: there is none, so nobody can sign in"
    if console.tls_certificate is None and not is_loopback(console.listen.rpartition(":")[0]):
        yield f'console.listen: "{console.listen}" is open to others without TLS; passwords can be read on the way'


def _kiosks(settings: Settings) -> Iterator[tuple[str, Kiosk]]:
    for index, kiosk in enumerate(settings.kiosks):
        yield f"kiosks[{index}]", kiosk


def _named(settings: Settings) -> Iterator[tuple[str, Names]]:
    if settings.branch.waiting_place:
        yield WAITING_PLACE, settings.branch.waiting_place
    for index, topic in enumerate(settings.topics):
        yield f"topics[{index}].names", topic.names
        for inner, below in enumerate(topic.topics):
            yield f"topics[{index}].topics[{inner}].names", below.names
    for index, notice in enumerate(settings.notices):
        yield f"notices[{index}].names", notice.names
    for index, partner in enumerate(settings.partners):
        if partner.bring:
            yield f"partners[{index}].bring", partner.bring


def _told(settings: Settings) -> Iterator[tuple[str, str]]:
    """All that a branch writes for visitors to read."""
    yield "branch.name", settings.branch.name
    lines, desks = enumerate(settings.lines), enumerate(settings.desks)
    names = [(f"lines[{index}].name", line.name) for index, line in lines]
    names += [(f"desks[{index}].name", desk.name) for index, desk in desks]
    for name, texts in [*names, *_named(settings)]:
        yield from ((f"{name}.{language}", text) for language, text in texts.items())
    for index, partner in enumerate(settings.partners):
        for field in ("name", "place", "hours"):
            yield f"partners[{index}].{field}", getattr(partner, field)


_LOOKS: tuple[Callable[[Settings], Iterator[str]], ...] = (
    _tiles,
    _pixels,
    _printers,
    _letters,
    _names,
    _unseen,
    _unread,
    _boxes,
    _console,
)
