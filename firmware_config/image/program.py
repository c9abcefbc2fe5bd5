"""`beurt image`: everything that a mounted card needs, written to it."""

import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from firmware_config import boot_files
from firmware_config.box import Box, BoxFault, kinds
from firmware_config.first_boot.place import Kind
from firmware_config.image import card as cards
from firmware_config.image import cloud_init, contents, debs, enrolment, network
from firmware_config.image.card import CONFIG, KERNEL_LINE, OURS, Card, CardFault
from firmware_config.image.conventions import toml
from firmware_config.image.office import Office
from firmware_config.image.staging import staged
from firmware_config.rendering import render
from runtime.check import warnings
from runtime.settings.model import Settings
from runtime.settings.sense.places import is_loopback
from runtime.settings.values import NAME
from trust import names
from trust.authority import Authority
from upkeep.release import making, signature
from upkeep.release.faults import ReleaseFault
from upkeep.release.verifying import verify

FAULTY: Final = 2
PYTHON: Final = "3.13"
MACHINE: Final = "aarch64"
COUNTRY_WORD: Final = f"+ cfg80211.ieee80211_regdom={network.COUNTRY}"

PRINTERS: Final = {
    "none": "",
    "usb": '\n[[kiosks]]\ndevice = "kiosk-1"\n[kiosks.printer]\nkind = "usb"\nport = "/dev/beurt/printer"\n',
}
"""What a new branch file says of its kiosk's printer."""


@dataclass(frozen=True)
class Wish:
    """What was asked for on the command line."""

    branch: Path | None
    out: Path
    devices: tuple[str, ...] = ()
    organisation: Path | None = None
    authority: Path | None = None
    release: Path | None = None
    debs: Path | None = None
    ssh_keys: Path | None = None
    is_offline: bool = False
    is_locked: bool = False
    kind: Kind = "branch"
    machine: str = MACHINE
    name: str | None = None
    printer: str = "none"

    @property
    def office(self) -> Path:
        """Where IT keeps what belongs together: beside the branch file, or here."""
        return self.branch.absolute().parent if self.branch else Path.cwd()


def run(wish: Wish) -> int:
    """Write the card and say what to do next; the exit code is 0, or 2 where something is wrong."""
    started = time.monotonic()
    try:
        written = _write(wish)
    except (CardFault, BoxFault, ReleaseFault) as fault:
        click.echo(fault, err=True)
        return FAULTY
    except OSError as fault:
        click.echo(_told(fault, wish), err=True)
        return FAULTY
    click.echo(f"{cards.size_text(written)} written in {time.monotonic() - started:.0f} s")
    return 0


def check(wish: Wish) -> int:
    """Say what is wrong with a branch file as its card would have it; the exit code is 0, or 2 where something is."""
    try:
        with staged(wish.branch, wish.organisation) as (_, settings):
            box = Box(settings, _devices(wish, settings))
            if wish.kind == "branch":
                _check_reachable(box)
    except (CardFault, BoxFault) as fault:
        click.echo(fault, err=True)
        return FAULTY
    click.echo(f"{wish.branch}: in order, for a box that is {', '.join(box.devices)}")
    for warning in warnings(settings):
        click.echo(f"{wish.branch}: note: {warning}")
    return 0


def _told(fault: OSError, wish: Wish) -> str:
    place = Path(str(fault.filename or wish.out))
    told = f"{place}: {fault.strerror or fault}"
    is_card = place.absolute().is_relative_to(wish.out.absolute())
    return f"{told}; is the card still in, and is its lock open?" if is_card else told


def collect(out: Path, machine: str, *, is_page: bool) -> int:
    """Collect Debian's packages in a new folder; the exit code is 0, or 2 where that is impossible."""
    try:
        _collect(out, machine, "page" if is_page else "branch")
    except CardFault as fault:
        click.echo(fault, err=True)
        return FAULTY
    return 0


def _write(wish: Wish) -> int:
    card = Card(wish.out, click.echo)
    card.check()
    _make_branch_file(wish)
    office = Office(wish.office, wish.authority or wish.office / "authority", _ask, _ask_new)
    with staged(wish.branch, wish.organisation) as (etc, settings):
        box = Box(settings, _devices(wish, settings))
        organisation = office.organisation(is_new_locked=wish.is_locked)
        files = dict(_files(wish, office, box, etc, organisation))
        release = _release(wish, office)
        trees = {"release": release, **({"debs": _packages(wish)} if wish.is_offline else {})}
        starting = dict(_start_files(card, wish, office, box, release))
        card.clear()
        wanted = sum(file.stat().st_size for tree in trees.values() for file in cards.tree(tree))
        card.check_room(wanted, is_offline=wish.is_offline)
        written = sum(card.copy(tree, f"{OURS}/{name}", cards.tree(tree)) for name, tree in trees.items())
        for name, content in files.items():
            card.write(f"{OURS}/{name}", content)
        if wish.kind == "branch":
            enrolment.write(card.ours / "enrolment", box, organisation)
        for name, text in starting.items():
            card.write(name, text)
    _tell_next(card, office, wish, box)
    return written + sum(len(content) for content in files.values())


def _devices(wish: Wish, settings: Settings) -> tuple[str, ...]:
    if wish.kind == "branch":
        return wish.devices or tuple(kinds(settings))
    if wish.devices:
        raise CardFault("--device is for a box of a branch; leave it out")
    # Of a box that shows the page, or is nothing yet, the branch file knows no screen.
    return (settings.console.device,)


def _make_branch_file(wish: Wish) -> None:
    """Write the smallest branch file where a name was given and there is none; its id is the file's own name."""
    if wish.branch is None:
        if wish.name:
            raise CardFault("a box of no branch yet has no name; leave out --name")
    elif wish.name:
        text = toml({"branch": {"id": wish.branch.stem, "name": wish.name}}).lstrip() + PRINTERS[wish.printer]
        if not NAME.fullmatch(wish.branch.stem):
            raise CardFault(
                f"{wish.branch}: the file is called by the branch's id, of small letters, digits and hyphens, such as "
                "hengelo-noord.toml; another name for it goes in --name"
            )
        if not wish.branch.exists():
            wish.branch.write_text(text, encoding="utf-8", newline="\n")
        elif wish.branch.read_text(encoding="utf-8") != text:
            raise CardFault(f"{wish.branch} is there already; leave out --name, and change the name in the file")
    elif not wish.branch.exists():
        raise CardFault(f'{wish.branch} is not there; --name "Bibliotheek Hengelo" makes it')


def _check_reachable(box: Box) -> None:
    broker = box.settings.broker
    if not box.has_hub and is_loopback(broker.host):
        hub = names.host_name(box.settings.branch.id, box.settings.hub.device)
        raise CardFault(
            f"{', '.join(box.devices)}: the branch file does not say where the hub is. Put there: [broker] "
            f'host = "{hub}.local", or its address, and write the hub\'s card again too'
        )


def _files(wish: Wish, office: Office, box: Box, etc: Path, organisation: Authority) -> contents.Files:
    match wish.kind:
        case "branch":
            _check_reachable(box)
            return contents.of_branch(office, box, etc)
        case "blank":
            return contents.of_blank(office)
        case "page":
            return contents.of_page(box, organisation)


def _release(wish: Wish, office: Office) -> Path:
    folder = wish.release or wish.office / "release"
    secret, public = office.release_keys()
    if not folder.exists():
        click.echo(f"{folder}: there is no release yet, so one is made of this checkout")
        making.make(folder, secret, (wish.machine,), PYTHON, lambda told: click.echo(f"… {told}"))
    described = verify(folder, public, signature.is_good)
    if wish.machine not in described.machines:
        raise CardFault(f"{folder} is for {', '.join(described.machines)}; make a release for {wish.machine}")
    click.echo(f"{folder}: the program, version {described.version}")
    return folder


def _packages(wish: Wish) -> Path:
    name = "debs-page" if wish.kind == "page" else "debs"
    folder = wish.debs or wish.office / name
    if not (folder / debs.INDEX).exists():
        _collect(folder, wish.machine, wish.kind)
    return folder


def _collect(folder: Path, machine: str, kind: Kind) -> None:
    debs.collect(folder, debs.wanted(contents.packages(kind)), debs.ARCHITECTURES[machine], click.echo)


def _start_files(card: Card, wish: Wish, office: Office, box: Box, release: Path) -> Iterator[tuple[str, str]]:
    """The files that the firmware and cloud-init read; user-data comes last, as it sets everything going."""
    rendered = {path.name: file.text for path, file in render(box).items() if path.parts[:1] == ("boot",)}
    yield CONFIG, boot_files.with_block(_text(card, CONFIG), rendered[CONFIG])
    is_wireless = box.settings.network.kind != "wired"
    changes = f"{rendered[KERNEL_LINE]}\n{COUNTRY_WORD if is_wireless else ''}"
    yield KERNEL_LINE, boot_files.with_changes(_text(card, KERNEL_LINE), changes)
    wifi = office.wifi(box.settings) if is_wireless else None
    yield (
        "network-config",
        cloud_init.network_config(network.config(box.settings.network, wifi, is_own=box.is_own_wifi)),
    )
    yield "meta-data", cloud_init.meta_data(f"beurt-{secrets.token_hex(8)}")
    keys = wish.ssh_keys.read_text(encoding="utf-8").splitlines() if wish.ssh_keys else []
    if keys:
        yield f"{OURS}/ssh", ""
    wheel = next((release / "wheels").glob("aan_de_beurt-*.whl")).name
    yield "user-data", cloud_init.user_data(box.settings, wheel, [key for key in keys if key.strip()])


def _text(card: Card, name: str) -> str:
    return (card.folder / name).read_text(encoding="utf-8")


def _tell_next(card: Card, office: Office, wish: Wish, box: Box) -> None:
    name = names.host_name(box.settings.branch.id, box.devices[0])
    told = {
        "branch": f"{', '.join(box.devices)}; the box will be called {name}",
        "blank": "a box of any branch: it shows a code, which the coordinator types on the console",
        "page": "a box that shows the staff's page",
    }
    click.echo(f"{card.folder}: ready for {told[wish.kind]}")
    click.echo(f"{cards.size_text(card.free_bytes())} stays free on the card")
    if not wish.is_offline:
        click.echo("its first start needs internet, for Debian's packages; --offline does without")
    address = box.settings.network.address
    if address != "dhcp" and not box.has_hub:
        click.echo(
            f"note: it gets the address {address}, as every box from this branch file; two boxes cannot share one"
        )
    if wish.kind == "branch" and box.has_console:
        click.echo(f"computers of staff trust the console's page by {office.certificate}")
    click.echo("now: eject the card, put it into the Pi, and switch that on; the screen tells the rest")


def _ask(what: str) -> str:
    return str(click.prompt(what, hide_input=True))


def _ask_new(what: str) -> str:
    return str(click.prompt(what, hide_input=True, confirmation_prompt=True))
