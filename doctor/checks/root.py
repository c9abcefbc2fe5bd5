"""Whether the root is read-only where that was asked for, and the data is not lost with it."""

import re
from collections.abc import Iterator
from typing import Final

from doctor.box import Box
from doctor.machine import Machine
from doctor.mounts import MOUNTINFO, Mount, of, parse
from doctor.report import Finding, critical, good, not_here

DATA: Final = ("/var/lib/beurt", "/var/lib/beurt-kiosk", "/var/backups/beurt")


def look(box: Box) -> Iterator[Finding]:
    """Says whether / really is an overlay, and whether what must stay is on a disk."""
    mounts = parse(box.machine.text(MOUNTINFO) or "")
    root = of("/", mounts)
    if not (box.must_root_be_read_only or is_asked_for(box.machine)):
        if root is not None and root.kind == "overlay" and box.machine.has("/media/root-ro"):
            yield critical("/ is read-only, though nobody asked for it.", "See overlayroot= in cmdline.txt.")
        else:
            yield not_here("The root is an ordinary one.")
        return
    yield judge_root(root)
    for place in DATA:
        if box.machine.has(place):
            yield judge_data(place, of(place, mounts))


def is_asked_for(machine: Machine) -> bool:
    """By the kernel's command line, or by overlayroot's own file."""
    line = re.search(r"(?:^|\s)overlayroot=(\S+)", machine.text("/proc/cmdline") or "")
    file = re.search(r'^\s*overlayroot\s*=\s*"?([^"\s]+)', machine.text("/etc/overlayroot.conf") or "", re.MULTILINE)
    # The command line goes before the file, as overlayroot itself takes them.
    asked = line or file
    return asked is not None and asked[1].partition(":")[0] not in {"disabled", ""}


def judge_root(root: Mount | None) -> Finding:
    """After an update of the kernel it has been seen to fall away without a word."""
    if root is not None and root.kind == "overlay":
        return good("/ is an overlay: what changes there is forgotten at the next start.", "/")
    kind = root.kind if root else "unknown"
    return critical(
        f"/ should be read-only, but is an ordinary file system ({kind}).",
        "The overlay module is missing from the initramfs: echo overlay >> /etc/initramfs-tools/modules; "
        "update-initramfs -u; restart the box.",
        "/",
    )


def judge_data(place: str, mount: Mount | None) -> Finding:
    """What must outlive a restart may not be on the overlay."""
    if mount is None or mount.is_in_memory:
        return critical(
            f"{place} is in memory only: a restart loses it.",
            "Use overlayroot=tmpfs:recurse=0, and give the data a partition of its own in /etc/fstab.",
            place,
        )
    if mount.is_read_only:
        return critical(f"{place} is read-only.", "Use overlayroot=tmpfs:recurse=0 in cmdline.txt.", place)
    return good(f"{place} is on {mount.source} and can be written.", place)
