"""A box as real files below a folder, and commands that answer as a box's own would."""

import os
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from doctor.box import Box, find
from doctor.commands import Commands
from doctor.machine import Machine
from wire.devices import DeviceKind, DeviceStatus, Fact, PrinterState
from wire.local_word import LocalWord, keep
from wire.times import at_text

BRANCH = """
[branch]
id = "hengelo"
name = "Bibliotheek Hengelo"
[[kiosks]]
device = "kiosk-1"
[kiosks.printer]
kind = "usb"
port = "/dev/beurt/printer"
[[displays]]
device = "display-1"
"""
VERSION = "0.1.0"


@dataclass
class BoxTree:
    """Files to put down and stand-ins to put on the PATH; `box` reads all of it as the doctor does."""

    root: Path

    def write(self, path: str, text: str) -> Path:
        """A file of the box, by its absolute path there."""
        file = self.root / path.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    def folder(self, path: str) -> Path:
        place = self.root / path.lstrip("/")
        place.mkdir(parents=True, exist_ok=True)
        return place

    def command(self, name: str, script: str) -> None:
        """A stand-in of that name: a shell script."""
        file = self.write(f"stand-ins/{name}", f"#!/bin/sh\nPATH={os.defpath}\n{script}\n")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)

    def says(self, name: str, out: str, code: int = 0) -> None:
        """A stand-in that prints this, whatever it is asked."""
        answer = self.write(f"answers/{name}", out)
        self.command(name, f'cat "{answer}"\nexit {code}')

    def told(
        self,
        device: str,
        kind: DeviceKind,
        *,
        is_connected: bool = True,
        version: str = VERSION,
        printer: PrinterState | None = None,
        **facts: Fact,
    ) -> None:
        """What a program of this box last said of itself."""
        now = at_text(datetime.now(UTC))
        status = DeviceStatus(
            device=device,
            kind=kind,
            state="ready",
            at=now,
            since=now,
            version=version,
            printer=printer or PrinterState("none"),
            facts=facts,
        )
        keep(LocalWord(is_connected=is_connected, status=status), self.folder("/run/beurt"))

    @property
    def machine(self) -> Machine:
        """Only the stand-ins are commands here."""
        return Machine(self.root, Commands({"PATH": str(self.folder("stand-ins"))}, more=""))

    def box(self, *devices: str, branch: str = BRANCH) -> Box:
        """As the doctor finds it; without devices, those of box.toml, else all of the branch."""
        self.write("/etc/beurt/branch.toml", branch)
        return find(self.machine, Path("/etc/beurt/branch.toml"), devices)
