"""Making a release: the wheels of the lock file and our own, a list of them, and a signature on the list."""

import re
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from upkeep.release import signature, sums
from upkeep.release.description import FILE as DESCRIPTION
from upkeep.release.description import Description
from upkeep.release.faults import ReleaseFault

SOURCE = Path(__file__).parents[2]
LIMIT_S = 900
NEWEST_GLIBC = 41
"""Of Debian 13, minor version: glibc 2.41."""

OLDEST_GLIBC = 17
ABIS = ("cp{python}", "abi3", "none")

Tell = Callable[[str], None]


def make(out: Path, secret: Path, machines: tuple[str, ...], python: str, tell: Tell) -> Description:
    """Fill a new folder with a release of this checkout; needs uv. Raises ReleaseFault."""
    described = Description(_version(), python, machines)
    if out.exists() and any(out.iterdir()):
        raise ReleaseFault(f"{out} is not empty; name a new folder")
    (out / "wheels").mkdir(parents=True, exist_ok=True)
    tell("our own wheel")
    own = _own_wheel(out / "wheels")
    requirements = "".join(needed_on_a_box(_exported()))
    (out / "requirements.txt").write_text(requirements)
    for machine in machines:
        tell(f"the wheels of the lock file for {machine}, Python {python}")
        _fetch(out, machine, python)
    own_line = f"aan-de-beurt=={described.version} \\\n    --hash=sha256:{sums.digest(own)}\n"
    (out / "requirements.txt").write_text(requirements + own_line)
    (out / DESCRIPTION).write_text(str(described))
    seal(out, secret)
    return described


def seal(folder: Path, secret: Path) -> None:
    """List what is in a folder, and sign the list; raises ReleaseFault."""
    content = sums.encode(sums.of_folder(folder))
    sums.decode(content)
    (folder / sums.FILE).write_bytes(content)
    (folder / sums.SIGNATURE).write_bytes(signature.sign(content, secret))


def needed_on_a_box(requirements: str) -> Iterator[str]:
    """The requirements, each with its hashes, without those of Windows."""
    for block in re.split(r"\n(?=\S)", requirements.strip()):
        if "sys_platform == 'win32'" not in block.partition("\n")[0]:
            yield f"{block}\n"


def _version() -> str:
    try:
        return str(tomllib.loads((SOURCE / "pyproject.toml").read_text())["project"]["version"])
    except OSError as fault:
        raise ReleaseFault(f"{SOURCE} is no checkout of Aan de beurt; make releases from one") from fault


def _own_wheel(folder: Path) -> Path:
    from runtime import texts

    texts.compile_all()
    _run("uv", "build", "--quiet", "--wheel", "--out-dir", str(folder), str(SOURCE))
    # uv leaves this file of its own in the folder, also where the build is quiet.
    (folder / ".gitignore").unlink(missing_ok=True)
    return next(folder.glob("*.whl"))


def _exported() -> str:
    wanted = ("--locked", "--no-dev", "--no-emit-project", "--no-header", "--no-annotate")
    return _run("uv", "export", "--quiet", "--project", str(SOURCE), *wanted)


def _fetch(out: Path, machine: str, python: str) -> None:
    tags = [f"--abi={abi.format(python=python.replace('.', ''))}" for abi in ABIS]
    tags += [f"--platform=manylinux_2_{minor}_{machine}" for minor in range(OLDEST_GLIBC, NEWEST_GLIBC + 1)]
    tags += [f"--platform=manylinux2014_{machine}", "--implementation=cp", f"--python-version={python}"]
    what = ("--only-binary=:all:", "--no-deps", "--require-hashes", "--requirement", str(out / "requirements.txt"))
    pip = ("uv", "tool", "run", "--quiet", "pip", "download", "--quiet", "--disable-pip-version-check")
    _run(*pip, *tags, *what, "--dest", str(out / "wheels"))


def _run(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT_S, check=False)  # noqa: S603
    except OSError as fault:
        raise ReleaseFault(f"{command[0]} cannot be run: {fault.strerror}; install it first") from fault
    if done.returncode:
        told = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise ReleaseFault(f"{' '.join(command[:4])} … failed: {told[0]}")
    return done.stdout
