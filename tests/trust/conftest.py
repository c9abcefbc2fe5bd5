"""A branch with a box for the hub and one for a kiosk, an organisation, and the cards that IT made for both."""

from pathlib import Path

import pytest
from enrolling import Cards, make_cards

from runtime.settings.load import load
from runtime.settings.model import Settings

ACCOUNTS = ("hub-1", "console-1", "kiosk-1", "monitor")
BRANCH = """
[branch]
id = "hengelo"
name = "Bibliotheek Hengelo"
[broker]
host = "localhost"
[[kiosks]]
device = "kiosk-1"
[console]
listen = "0.0.0.0:8443"
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    file = tmp_path / "branch.toml"
    accounts = (f'[broker.accounts.{device}]\npassword_file = "secrets/{device}"\n' for device in ACCOUNTS)
    file.write_text(BRANCH + "".join(accounts))
    return load(file)


@pytest.fixture
def cards(tmp_path: Path, settings: Settings) -> Cards:
    return make_cards(tmp_path, settings)
