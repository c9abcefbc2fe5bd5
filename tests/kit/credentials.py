"""What a branch's devices log in with at its broker: an authority, and certificates that it gives out."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from trust import certificates, keys
from trust.authority import Authority
from trust.certificates import Kind

LONG_AGO = datetime(2021, 1, 1, tzinfo=UTC)


@dataclass
class Credentials:
    """An authority of its own, whose files lie as on a box: `ca.crt`, `broker.crt`, `devices/<name>.crt`."""

    folder: Path
    authority: Authority = field(init=False)

    def __post_init__(self) -> None:
        self.authority = Authority.create(self.folder / "authority", "Proef")
        certificates.write(self.ca, self.authority.certificate)

    @property
    def ca(self) -> Path:
        """Whom to trust."""
        return self.folder / "ca.crt"

    def serve(self) -> str:
        """A certificate for a broker on 127.0.0.1; the lines of its listener that ask for one in return."""
        self._give("broker", "server", self.folder / "broker", LONG_AGO.replace(year=2060))
        own = f"certfile {self.folder}/broker.crt\nkeyfile {self.folder}/broker.key\n"
        return f"cafile {self.ca}\n{own}require_certificate true\ntls_version tlsv1.3\n"

    def give(self, device: str, *, is_expired: bool = False) -> tuple[Path, Path]:
        """A device's certificate and key."""
        place = self.folder / "devices" / device
        self._give(device, "client", place, LONG_AGO if is_expired else LONG_AGO.replace(year=2060))
        return place.with_suffix(".crt"), place.with_suffix(".key")

    def _give(self, name: str, kind: Kind, place: Path, now: datetime) -> None:
        key = keys.make()
        names = ("127.0.0.1",) if kind == "server" else ()
        issued = self.authority.issue(key.public_key(), name, "proef", names=names, kinds=[kind], now=now)
        certificates.write(place.with_suffix(".crt"), issued)
        keys.write(place.with_suffix(".key"), key)
