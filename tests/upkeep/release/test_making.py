from pathlib import Path

import pytest
from click.testing import CliRunner
from small_release import Organisation

from upkeep.command_line import release
from upkeep.release.faults import ReleaseFault
from upkeep.release.making import make, needed_on_a_box

EXPORTED = """\
click==8.5.1 \\
    --hash=sha256:aa
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:bb \\
    --hash=sha256:cc
pycparser==3.12 ; implementation_name != 'PyPy' \\
    --hash=sha256:dd
"""


def test_what_only_windows_needs_stays_at_home() -> None:
    assert "".join(needed_on_a_box(EXPORTED)) == EXPORTED.replace(
        EXPORTED[EXPORTED.index("color") : EXPORTED.index("pyc")], ""
    )


def test_a_folder_that_holds_something_is_left_alone(organisation: Organisation, tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    with pytest.raises(ReleaseFault, match="not empty"):
        make(tmp_path, organisation.secret, ("aarch64",), "3.13", print)


@pytest.mark.long
def test_a_release_of_this_checkout_has_every_wheel_of_the_lock_file_and_is_good(tmp_path: Path) -> None:
    run = CliRunner()
    keys, out = tmp_path / "keys", tmp_path / "release"
    run.invoke(release, ["key", str(keys)], catch_exceptions=False)
    made = run.invoke(release, ["make", "--out", str(out), "--key", str(keys / "release.key")], catch_exceptions=False)
    assert made.exit_code == 0, made.output
    checked = run.invoke(release, ["verify", str(out), "--key", str(keys / "release.pub")], catch_exceptions=False)
    assert checked.exit_code == 0, checked.output
    wanted = (out / "requirements.txt").read_text().count("==")
    assert len(list((out / "wheels").iterdir())) == wanted > 40
    assert any("aarch64" in wheel.name for wheel in (out / "wheels").iterdir())
