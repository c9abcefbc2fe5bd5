"""A release of this checkout made into another one: with a version of its own, and with files of it replaced."""

import re
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

from upkeep.release import description, sums
from upkeep.release.description import Description
from upkeep.release.making import seal


def alter(release: Path, out: Path, version: str, secret: Path, files: Mapping[str, str]) -> None:
    """A copy of a release, signed with another key."""
    was = description.read(release)
    shutil.copytree(release, out)
    old = next((out / "wheels").glob("aan_de_beurt-*.whl"))
    new = old.with_name(old.name.replace(was.version, version))
    _alter_wheel(old, new, (was.version, version), files)
    old.unlink()
    requirements = (out / "requirements.txt").read_text()
    own = f"aan-de-beurt=={version} \\\n    --hash=sha256:{sums.digest(new)}"
    (out / "requirements.txt").write_text(re.sub(r"aan-de-beurt==\S+ \\\n\s+--hash=\S+", lambda _: own, requirements))
    (out / description.FILE).write_text(str(Description(version, was.python, was.machines)))
    (out / sums.FILE).unlink()
    (out / sums.SIGNATURE).unlink()
    seal(out, secret)


def _alter_wheel(old: Path, new: Path, versions: tuple[str, str], files: Mapping[str, str]) -> None:
    before, after = (f"aan_de_beurt-{version}.dist-info" for version in versions)
    with zipfile.ZipFile(old) as source, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = files[name].encode() if name in files else source.read(name)
            if name.startswith(before):
                text = content.decode().replace(before, after)
                content = text.replace(f"\nVersion: {versions[0]}\n", f"\nVersion: {versions[1]}\n").encode()
            target.writestr(name.replace(before, after), content)
