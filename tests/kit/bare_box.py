"""A box before its first boot: a folder as its root, and one as what is on its card."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from firmware_config.first_boot.place import Failed, Place, Runner

SECRET = "geheim van de kaart"


@dataclass(frozen=True)
class NotedRuns(Runner):
    """Stands where a first boot runs programs of the system: notes each, and fails those whose words are named."""

    noted: list[tuple[str, ...]] = field(default_factory=list)
    failing: set[str] = field(default_factory=set)
    environments: list[Mapping[str, str]] = field(default_factory=list)

    def run(self, *command: str, environment: Mapping[str, str] | None = None) -> str:
        self.noted.append(command)
        self.environments.append(environment or {})
        if self.failing & set(command):
            raise Failed(f"{command[0]}: het ging niet")
        return ""


def make_box(place: Path) -> Place:
    """A box with a stock name, and a card with all that a first boot looks for."""
    box = Place(place / "box", place / "boot/beurt")
    (box.root / "etc").mkdir(parents=True)
    (box.root / "etc/hosts").write_text("127.0.0.1\tlocalhost\n127.0.1.1\traspberrypi\n")
    texts = {
        "root/etc/beurt/branch.toml": '[branch]\nid = "hengelo"\n',
        "root/etc/beurt/release.pub": "key",
        "root/etc/beurt/secrets/staff.argon2": SECRET,
        "enrolment/organisation.crt": SECRET,
        "enrolment/enrolment/authority.key": SECRET,
        "release/SHA256SUMS": "",
        "release/wheels/aan_de_beurt-0.1.0-py3-none-any.whl": "",
        "debs/Packages": "",
        "packages.txt": "# remark\nmosquitto   # the broker\ncage\n",
        "host": "hengelo-hub-1",
    }
    for name, text in texts.items():
        (box.card / name).parent.mkdir(parents=True, exist_ok=True)
        (box.card / name).write_text(text)
    for name in ("network-config", "user-data"):
        (box.card.parent / name).write_text(f"password: {SECRET}\n")
    return box
