from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]
NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": ""}


def starts(folder: Path, environment: Mapping[str, str], *more: str) -> subprocess.CompletedProcess[str]:
    """A kiosk of the smallest branch file, started where it cannot run."""
    branch = folder / "branch.toml"
    branch.write_text('[branch]\nid = "hengelo"\nname = "Bibliotheek Hengelo"\n[[kiosks]]\ndevice = "kiosk-1"\n')
    return subprocess.run(
        [sys.executable, "-m", "beurt", "kiosk", "--config", str(branch), *more],
        cwd=ROOT,
        env=dict(os.environ) | {"STATE_DIRECTORY": str(folder)} | dict(environment),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_without_a_screen_it_says_so_in_one_line_and_draws_nowhere_else(tmp_path: Path) -> None:
    done = starts(tmp_path, NO_SCREEN)
    assert done.returncode == 2
    assert "no screen: neither DISPLAY nor WAYLAND_DISPLAY is set" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_screen_that_lets_nobody_in_is_named(tmp_path: Path) -> None:
    done = starts(tmp_path, {"DISPLAY": ":9876"})
    assert done.returncode == 2
    assert "no window on screen :9876" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_kiosk_that_the_branch_file_lacks_is_named_with_those_that_it_has(tmp_path: Path) -> None:
    done = starts(tmp_path, {"DISPLAY": ":9876"}, "--device", "kiosk-2")
    assert done.returncode == 2
    assert "no kiosk 'kiosk-2'" in done.stderr
    assert "kiosk-1" in done.stderr


def test_a_window_that_is_no_place_is_refused(tmp_path: Path) -> None:
    done = starts(tmp_path, {"DISPLAY": ":9876"}, "--window", "groot")
    assert done.returncode == 2
    assert "WIDTHxHEIGHT+LEFT+TOP" in done.stderr


WITHOUT_ETHIOPIC = """
import sys
from pathlib import Path
from kiosk.program import run
from runtime.settings.load import load
from screenkit import fonts_by_script
fonts_by_script._FAMILIES = {"arabic": "NotoSansArabic", "ethiopic": "Gone"}
sys.exit(run(load(Path(sys.argv[1])), None, None))
"""


def test_a_language_whose_letters_are_not_there_is_no_row_of_boxes_but_names_its_package(tmp_path: Path) -> None:
    branch = tmp_path / "branch.toml"
    languages = 'languages = ["nl", "ar", "ti"]'
    branch.write_text(f'[branch]\nid = "hengelo"\nname = "Hengelo"\n{languages}\n[[kiosks]]\ndevice = "kiosk-1"\n')
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_ETHIOPIC, str(branch)],
        cwd=ROOT,
        env=dict(os.environ) | {"STATE_DIRECTORY": str(tmp_path)} | NO_SCREEN,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "apt install fonts-noto-core" in done.stderr
    assert "Traceback" not in done.stderr
