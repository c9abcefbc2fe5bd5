"""The rooms of the house, as the checks of the house go through them."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
ROOMS: tuple[str, ...] = tuple(PYPROJECT["tool"]["importlinter"]["root_packages"])
