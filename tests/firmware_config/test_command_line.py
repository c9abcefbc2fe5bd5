from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from firmware_config.box_file import BoxFile, read
from firmware_config.command_line import firmware

BRANCH = '[branch]\nid = "proef"\nname = "Proef"\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "etc/beurt").mkdir(parents=True)
    (tmp_path / "etc/beurt/branch.toml").write_text(BRANCH)
    return tmp_path


def call(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(firmware, ["--root", str(root), *arguments])


def test_a_box_remembers_what_it_was_told_to_be(root: Path) -> None:
    assert call(root, "--device", "display-1", "--usb-guard", "--read-only-root", "--data-partition").exit_code == 0
    assert read(root) == BoxFile(("display-1",), is_usb_guarded=True, is_root_read_only=True, has_data_partition=True)
    assert call(root).output == "nothing to change\n"


def test_what_was_chosen_can_be_taken_back(root: Path) -> None:
    call(root, "--device", "display-1", "--usb-guard", "--read-only-root", "--data-partition")
    assert "overlayroot" in (root / "boot/firmware/cmdline.txt").read_text()
    assert call(root, "--no-usb-guard", "--writable-root", "--no-data-partition").exit_code == 0
    assert read(root) == BoxFile(("display-1",))
    assert "overlayroot" not in (root / "boot/firmware/cmdline.txt").read_text()


def test_another_branch_file_may_be_named(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(BRANCH)
    (root / "etc/beurt/branch.toml").unlink()
    assert call(root, "--branch", str(other), "--device", "display-1").exit_code == 0


def test_a_broken_box_file_is_told_and_nothing_is_written(root: Path) -> None:
    (root / "etc/beurt/box.toml").write_text("devices = 3")
    done = call(root)
    assert done.exit_code == 1
    assert "box.toml: devices must be a list" in done.output


def test_a_device_that_does_not_exist_is_told(root: Path) -> None:
    done = call(root, "--device", "kiosk-9")
    assert done.exit_code == 2
    assert 'no device is called "kiosk-9"' in done.output
