from pathlib import Path

import pytest

from firmware_config.image import wifi
from firmware_config.image.card import CardFault

HASHED = "f42c6fc52df0ebef9ebb4b90b38a5f902e83fe1b135a70e23aed762e9710a12e"
"""Of the passphrase "password" in the network "IEEE": the first test vector of IEEE 802.11, annex J.4.2."""


@pytest.mark.parametrize("key", ["password", HASHED])
def test_a_passphrase_becomes_the_key_that_the_standard_says(tmp_path: Path, key: str) -> None:
    (tmp_path / "wifi").write_text(f"IEEE\n{key}\n")
    assert wifi.read(tmp_path / "wifi") == wifi.Wifi("IEEE", HASHED)


@pytest.mark.parametrize("text", ["", "IEEE\n", "IEEE\nshort\n", f"{'x' * 33}\npassword\n", "IEEE\n" + "x" * 64])
def test_a_file_that_says_something_else_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "wifi").write_text(text)
    with pytest.raises(CardFault, match="line is the network"):
        wifi.read(tmp_path / "wifi")
