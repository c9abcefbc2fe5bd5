"""The keys and certificates of one box: which it has, and which are due."""

import os
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509

from runtime.settings.model import Settings
from trust import certificates, files, keys, names
from trust.certificates import Kind, UnusableCertificate

ETC: Final = Path("/etc/beurt")
RENEWED_AT: Final = timedelta(days=30)
"""What is left of ninety days when the successor is asked for: a month of mishaps does no harm."""

FOR_ITS_GROUP: Final = 0o640


@dataclass(frozen=True)
class Wanted:
    """One certificate: its file below /etc/beurt without ending, for whom, and which group reads its key."""

    file: str
    device: str
    kinds: tuple[Kind, ...]
    names: tuple[str, ...]
    group: str


def devices(box: Path) -> tuple[str, ...]:
    """The devices in a box file; raises OSError or ValueError where it says something else."""
    found = tomllib.loads(box.read_text(encoding="utf-8")).get("devices")
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise ValueError(f"{box} has no list of devices")
    return tuple(found)


def wanted(settings: Settings, box: tuple[str, ...]) -> Iterator[Wanted]:
    """The certificates of a box that is these devices."""
    hub, console = settings.hub.device, settings.console.device
    if hub in box:
        yield Wanted("broker", hub, ("server",), names.of_server(settings, hub, box), "mosquitto")
    if console in box:
        yield Wanted("console", console, ("server",), names.of_server(settings, console, box), "beurt-console")
    known = names.roles(settings)
    for device in box:
        yield Wanted(
            f"devices/{device}", device, ("client",), names.of_device(settings, device), f"beurt-{known[device]}"
        )


def is_due(etc: Path, each: Wanted, now: datetime | None = None) -> bool:
    """Is it time for a new certificate: is there none, does it end soon, or has the box other names by now?"""
    try:
        certificate = certificates.load(etc / f"{each.file}.crt")[0]
    except UnusableCertificate:
        return True
    left = certificate.not_valid_after_utc - (now or datetime.now(UTC))
    return left <= RENEWED_AT or set(_names(certificate)) != set(each.names)


def key_of(etc: Path, each: Wanted) -> keys.PrivateKey:
    """The key for a certificate, made on first use and readable for its program's group."""
    file = etc / f"{each.file}.key"
    key = keys.load_or_make(file, FOR_ITS_GROUP)
    _give(file, each.group)
    return key


def install(etc: Path, each: Wanted, chain: tuple[x509.Certificate, ...]) -> None:
    """Put a certificate in its place, in one step."""
    certificates.write(etc / f"{each.file}.crt", *chain)


def keep_secret(file: Path, secret: str, group: str) -> None:
    """Keep a password in a file that one program reads."""
    files.write(file, f"{secret}\n".encode(), FOR_ITS_GROUP)
    _give(file, group)


def _give(file: Path, group: str) -> None:
    """Let a program's group read a file, where there is such a group: on a box there is, elsewhere nobody is given."""
    if os.name != "posix" or os.geteuid() != 0:
        return
    try:
        shutil.chown(file, group=group)
    except LookupError:
        file.chmod(0o600)


def _names(certificate: x509.Certificate) -> list[str]:
    try:
        found = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return []
    return [str(each.value) for each in found]
