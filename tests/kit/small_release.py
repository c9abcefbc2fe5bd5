"""Releases small enough to install in seconds: one wheel without dependencies, in place of sixty."""

import hashlib
import platform
import sys
import zipfile
from base64 import urlsafe_b64encode
from pathlib import Path

from upkeep.release.description import Description
from upkeep.release.making import seal
from upkeep.release.signature import make_keys

PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"
PROGRAM = """\
import sys

def main():
    if sys.argv[1:] == ["--version"]:
        print("{version}")
    else:
        {does}
"""


class Organisation:
    """Whoever signs: a pair of keys, and the releases made with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.secret, self.public = make_keys(folder / "keys")

    def release(self, version: str, *, does: str = "sys.exit(0)", told: str = "", name: str = "") -> Path:
        """A signed release whose `beurt` does this; it says that it is version `told` where that is given."""
        out = self.folder / (name or f"release-{version}")
        (out / "wheels").mkdir(parents=True)
        wheel = small_wheel(out / "wheels", version, PROGRAM.format(version=told or version, does=does))
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        (out / "requirements.txt").write_text(f"aan-de-beurt=={version} --hash=sha256:{digest}\n")
        (out / "release.toml").write_text(str(Description(version, PYTHON, (platform.machine(),))))
        seal(out, self.secret)
        return out


def small_wheel(folder: Path, version: str, program: str) -> Path:
    """A wheel of one module, `beurt`, with its command."""
    about = f"aan_de_beurt-{version}.dist-info"
    files = {
        "beurt.py": program,
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: aan-de-beurt\nVersion: {version}\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{about}/entry_points.txt": "[console_scripts]\nbeurt = beurt:main\n",
    }
    record = "".join(f"{name},{_digest(text)},{len(text)}\n" for name, text in files.items())
    path = folder / f"aan_de_beurt-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in {**files, f"{about}/RECORD": f"{record}{about}/RECORD,,\n"}.items():
            wheel.writestr(name, text)
    return path


def _digest(text: str) -> str:
    return "sha256=" + urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")
