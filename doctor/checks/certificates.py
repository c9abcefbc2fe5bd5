"""How long the certificates on this box are good for."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from doctor.box import Box
from doctor.report import Finding, critical, good, not_here, warning
from wire.devices import Fact

PLACES: Final = ("/etc/beurt/*.crt", "/etc/beurt/devices/*.crt")
SOON: Final = timedelta(days=21)
VERY_SOON: Final = timedelta(days=7)
_ADVICE: Final = "They renew themselves: systemctl status beurt-certificates.service. By hand: docs/operate.md."


def look(box: Box) -> Iterator[Finding]:
    """Says of each certificate when it ends."""
    paths = [path for pattern in PLACES for path in box.machine.paths(pattern)]
    settings = box.settings
    if settings is not None:
        named = (settings.broker.tls_ca, settings.console.tls_certificate)
        paths += [str(path) for path in named if path is not None and str(path) not in paths]
    for path in paths:
        yield from _of(box, path)
    if not paths:
        yield not_here("This box has no certificates.")


def judge(path: str, not_before: datetime, not_after: datetime, now: datetime) -> Finding:
    """How near its end is too near."""
    ends = f"{not_after:%Y-%m-%d}"
    left = not_after - now
    values: dict[str, Fact] = {"ends": ends, "days_left": left.days}
    if now < not_before:
        told = f"It is not good before {not_before:%Y-%m-%d %H:%M} UTC."
        return critical(told, "The clock of this box is wrong: see the clock.", path, **values)
    if left <= timedelta(0):
        return critical(f"It ended on {ends}.", _ADVICE, path, **values)
    if left < VERY_SOON:
        return critical(f"It ends on {ends}, in {left.days} days.", _ADVICE, path, **values)
    if left < SOON:
        return warning(f"It ends on {ends}, in {left.days} days.", _ADVICE, path, **values)
    return good(f"It is good until {ends}.", path, **values)


def _of(box: Box, path: str) -> Iterator[Finding]:
    from cryptography.x509 import load_pem_x509_certificates

    text = box.machine.text(path)
    if text is None:
        yield critical("It is not there.", "Make it again: docs/operate.md.", path)
        return
    try:
        certificates = load_pem_x509_certificates(text.encode())
    except ValueError as fault:
        yield critical(f"It cannot be read: {fault}.", "Make it again: docs/operate.md.", path)
        return
    first = min(certificates, key=lambda certificate: certificate.not_valid_after_utc)
    yield judge(path, first.not_valid_before_utc, first.not_valid_after_utc, box.now.astimezone(UTC))
