import os
import subprocess
import sys
from pathlib import Path

import pytest
from small_release import Organisation

from upkeep.release.faults import ReleaseFault
from upkeep.release.install import WHOLE, Versions, _check_it_runs, install

PROJECT = Path(__file__).parents[3]


def tell_nobody(_what: str) -> None:
    """Take progress, and say nothing."""


def pretend(root: Path, *versions: str) -> Versions:
    """Versions that are there in name: a folder with the mark of a whole one."""
    for version in versions:
        (root / "releases" / version).mkdir(parents=True)
        (root / "releases" / version / WHOLE).touch()
    return Versions(root)


def test_a_first_boot_installs_with_nothing_but_debians_python_and_openssl(
    organisation: Organisation, tmp_path: Path
) -> None:
    release, root = organisation.release("1.0"), tmp_path / "opt"
    command = [sys.executable, "-S", "-m", "upkeep.release.install", str(release), "--key", str(organisation.public)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    subprocess.run([*command, "--root", str(root)], env=environment, check=True, timeout=60)
    told = subprocess.run([root / "current/bin/beurt", "--version"], capture_output=True, text=True, check=True)
    assert told.stdout == "1.0\n"
    assert Versions(root).current == "1.0"


def test_a_release_that_is_not_what_it_says_is_not_used(tmp_path: Path) -> None:
    program = tmp_path / "bin" / "beurt"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 2.0\n")
    program.chmod(0o755)
    _check_it_runs(tmp_path, "2.0")
    with pytest.raises(ReleaseFault, match=r"says that it is '2\.0'"):
        _check_it_runs(tmp_path, "1.0")
    program.write_text("#!/bin/sh\nexit 3\n")
    with pytest.raises(ReleaseFault, match="failed"):
        _check_it_runs(tmp_path, "1.0")


def test_what_is_installed_already_is_not_installed_again(organisation: Organisation, tmp_path: Path) -> None:
    release = organisation.release("1.0")
    pretend(tmp_path, "1.0")
    whole = tmp_path / "releases/1.0" / WHOLE
    whole.write_bytes((release / "SHA256SUMS").read_bytes())
    assert install(release, tmp_path, tell_nobody).version == "1.0"
    whole.write_text("of another release")
    with pytest.raises(ReleaseFault, match="another release is installed"):
        install(release, tmp_path, tell_nobody)


def test_only_a_whole_version_can_be_gone_over_to(tmp_path: Path) -> None:
    versions = pretend(tmp_path, "1.0")
    versions.use("1.0")
    (tmp_path / "releases" / "2.0").mkdir()
    with pytest.raises(ReleaseFault):
        versions.use("2.0")
    assert versions.current == "1.0"


def test_a_link_that_a_power_cut_left_half_made_is_no_hindrance(tmp_path: Path) -> None:
    versions = pretend(tmp_path, "1.0", "2.0")
    versions.use("1.0")
    (tmp_path / "current.new").symlink_to("releases/9.9")
    versions.use("2.0")
    assert versions.current == "2.0"
    assert not (tmp_path / "current.new").is_symlink()


def test_the_newest_two_and_those_in_use_are_kept(tmp_path: Path) -> None:
    versions = pretend(tmp_path, "1.0", "1.2", "1.9", "1.10", "1.11")
    versions.use("1.2")
    (tmp_path / "releases" / "3.0").mkdir()
    versions.prune("1.9", None)
    assert sorted(each.name for each in (tmp_path / "releases").iterdir()) == ["1.10", "1.11", "1.2", "1.9"]
