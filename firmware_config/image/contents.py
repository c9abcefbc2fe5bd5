"""The small files of our folder on a card, by their names in it; below root/ they lie as on the box."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from firmware_config.box import Box
from firmware_config.image import page
from firmware_config.image.card import CardFault, tree
from firmware_config.image.office import Office
from firmware_config.image.staging import on_box
from trust import names
from trust.authority import Authority

PACKAGES: Final = Path(__file__).parents[1] / "packages.txt"

Files = Iterator[tuple[str, bytes]]


def of_branch(office: Office, box: Box, etc: Path) -> Files:
    """For a box that is some devices of a branch."""
    for file in tree(etc):
        yield f"root/etc/beurt/{file.relative_to(etc).as_posix()}", file.read_bytes()
    listed = ", ".join(f'"{device}"' for device in box.devices)
    yield "root/etc/beurt/box.toml", f"# Which devices of the branch file this box is.\ndevices = [{listed}]\n".encode()
    for place, content in office.secrets(box):
        yield f"root/{on_box(place, etc)}", content
    yield from _of_any("branch", names.host_name(box.settings.branch.id, box.devices[0]), packages("branch"))
    yield "root/etc/beurt/release.pub", office.release_keys()[1].read_bytes()


def of_blank(office: Office) -> Files:
    """For a box that is of no branch yet: it shows a code, and is paired."""
    yield from _of_any("blank", "beurt", packages("blank"))
    yield "root/etc/beurt/release.pub", office.release_keys()[1].read_bytes()


def of_page(box: Box, organisation: Authority) -> Files:
    """For a box that shows the staff's page; raises CardFault where no other machine reaches that."""
    try:
        found = dict(page.files(box.settings, organisation.certificate))
    except ValueError as fault:
        raise CardFault(str(fault)) from fault
    yield from ((f"root/{name}", content) for name, content in found.items())
    yield from _of_any("page", names.host_name(box.settings.branch.id, "page"), packages("page"))


def packages(kind: str) -> str:
    """The list of Debian's packages for a kind of box."""
    return page.PACKAGES if kind == "page" else PACKAGES.read_text(encoding="utf-8")


def _of_any(kind: str, host: str, listed: str) -> Files:
    yield "kind", kind.encode()
    yield "host", host.encode()
    yield "packages.txt", listed.replace("\r\n", "\n").encode()
