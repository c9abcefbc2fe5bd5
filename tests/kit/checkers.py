"""Debian's own tools, asked what they think of a box's files; on this computer, or in a Debian below a folder."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final

from credentials import Credentials

from firmware_config.passwords import line_of
from firmware_config.rendering import RenderedFile

Files = Mapping[PurePosixPath, RenderedFile]
LIMIT_S: Final = 60
ENDED_BY_US: Final = (0, 128 + 15)
START_AND_END: Final = """
mosquitto -c "$1/mosquitto.conf" &
waited=0
while [ ! -S "$1/run/mosquitto/beurt.sock" ] && kill -0 $! && [ $waited -lt 200 ]; do
    sleep 0.05
    waited=$((waited + 1))
done
sleep 0.3
kill $!
wait $!
"""
"""The socket is its first listener; what is wrong with the next ones it says at once."""
PACKAGED = """
user root
pid_file /run/mosquitto/mosquitto.pid
persistence true
persistence_location /var/lib/mosquitto/
log_dest stderr
"""
NFT, UDEVADM, USBGUARD = "nft", "udevadm", "usbguard-rule-parser"


@dataclass(frozen=True)
class Debian:
    """A root with Debian's tools in it; its own, `/`, is this computer."""

    root: Path = Path("/")

    def has(self, tool: str) -> bool:
        """Is this tool there?"""
        path = ":".join(str(self.root / place) for place in ("usr/sbin", "usr/bin"))
        return shutil.which(tool, path=path) is not None

    def can_verify_rules(self) -> bool:
        """Does its udevadm have `verify`? Debian 13's does."""
        return self.has(UDEVADM) and "verify" in self._run("udevadm", "--help").stdout

    def firewall_faults(self, files: Files) -> str:
        """What nft says of the firewall; nothing is good."""
        return self._judge(files, "etc/nftables.conf", "nft", "-c", "-f")

    def rule_faults(self, files: Files) -> str:
        """What udevadm says of the rules; nothing is good."""
        rules = [path for path in files if path.suffix == ".rules"]
        return "".join(
            self._judge(files, str(path), "udevadm", "verify", "--resolve-names=never", "--no-summary")
            for path in rules
        )

    def usb_faults(self, files: Files) -> str:
        """What USBGuard says of its rules; nothing is good."""
        return self._judge(files, "etc/usbguard/rules.d/90-beurt.conf", "usbguard-rule-parser", "-f", is_quiet=False)

    def first_start_faults(self, user_data: str) -> str:
        """What cloud-init says of what it is to do at the first start; nothing is good."""
        files = {PurePosixPath("user-data"): RenderedFile(user_data)}
        return self._judge(files, "user-data", "cloud-init", "schema", "--config-file", is_quiet=False)

    def user_faults(self, files: Files) -> str:
        """What systemd-sysusers says of the users; nothing is good."""
        text = files[PurePosixPath("etc/sysusers.d/beurt.conf")].text
        with self._folder() as folder:
            (folder / "users.conf").write_text(text)
            (folder / "root/etc").mkdir(parents=True)
            done = self._run(
                "systemd-sysusers", f"--root={self._inside(folder)}/root", f"{self._inside(folder)}/users.conf"
            )
        said = [line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("Creating ")]
        return "\n".join([*said, *([f"ended with {done.returncode}"] if done.returncode else [])])

    def broker_faults(self, files: Files) -> str:
        """What a broker says that starts by the box's files, with certificates made for this; nothing is good."""
        with self._folder() as folder:
            inside = self._inside(folder)
            (folder / "mosquitto.conf").write_text(_bring(files, folder, inside))
            done = self._run("sh", "-c", START_AND_END, "sh", inside)
        lines = (done.stdout + done.stderr).splitlines()
        # It runs as whoever owns this folder; a box's unit has a user of its own.
        found = [line for line in lines if ("Warning" in line or "Error" in line) and "run as root" not in line]
        return "\n".join([*found, *([] if done.returncode in ENDED_BY_US else lines)])

    def _judge(self, files: Files, path: str, *command: str, is_quiet: bool = True) -> str:
        with self._folder() as folder:
            place = folder / PurePosixPath(path).name
            place.write_text(files[PurePosixPath(path)].text)
            done = self._run(*command, f"{self._inside(folder)}/{place.name}")
        said = done.stdout + done.stderr
        return said if done.returncode or is_quiet else ""

    @contextmanager
    def _folder(self) -> Iterator[Path]:
        with TemporaryDirectory(dir=self.root / "tmp", prefix="beurt-check-") as folder:
            yield Path(folder)

    def _inside(self, folder: Path) -> str:
        return f"/{folder.relative_to(self.root)}"

    def _run(self, *command: str) -> subprocess.CompletedProcess[str]:
        # Root in a network of its own: nobody's ports and firewall are touched, and nobody has to be root for it.
        alone = ("unshare", "--map-root-user", "--net")
        there = () if self.root == Path("/") else ("chroot", str(self.root))
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}
        return subprocess.run(
            [*alone, *there, *command], capture_output=True, text=True, timeout=LIMIT_S, check=False, env=environment
        )


def _bring(files: Files, folder: Path, inside: str) -> str:
    """Puts the broker's files into a folder; its configuration, with the paths that they have there."""
    for place in ("etc/beurt", "etc/mosquitto", "run/mosquitto", "var/lib/mosquitto"):
        (folder / place).mkdir(parents=True)
    credentials = Credentials(folder / "etc/beurt")
    credentials.serve()
    (folder / "etc/beurt/revoked.crl").write_bytes(credentials.authority.crl())
    for name, text in (
        ("acl", files[PurePosixPath("etc/mosquitto/beurt.acl")].text),
        ("passwd", f"{line_of('hub-1', 'geheim')}\n"),
    ):
        file = folder / f"etc/mosquitto/beurt.{name}"
        file.touch(mode=0o600)
        file.write_text(text)
    text = PACKAGED + files[PurePosixPath("etc/mosquitto/conf.d/beurt.conf")].text
    for place in ("/etc/beurt/", "/etc/mosquitto/", "/run/mosquitto/", "/var/lib/mosquitto/"):
        text = text.replace(place, f"{inside}{place}")
    return text
