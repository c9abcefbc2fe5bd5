from pathlib import Path

import pytest

from runtime.settings.choosing import display_of, kiosk_of
from runtime.settings.model import Branch, Display, Kiosk, Settings

BRANCH = Branch(id="proef", name="Proef")
SETTINGS = Settings(
    branch=BRANCH,
    kiosks=(Kiosk(device="kiosk-1"), Kiosk(device="kiosk-2")),
    displays=(Display(device="display-1"),),
    path=Path("branch.toml"),
)


def test_a_program_is_the_device_that_it_was_told_to_be() -> None:
    assert kiosk_of(SETTINGS, "kiosk-2").device == "kiosk-2"
    assert display_of(SETTINGS, "display-1").device == "display-1"


def test_a_program_that_was_told_nothing_is_the_first_of_its_kind() -> None:
    assert kiosk_of(SETTINGS, None).device == "kiosk-1"


def test_a_device_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(ValueError, match=r"no kiosk 'kiosk-3' in branch.toml; there are: kiosk-1, kiosk-2"):
        kiosk_of(SETTINGS, "kiosk-3")


def test_a_branch_without_such_a_device_is_told() -> None:
    with pytest.raises(ValueError, match=r"no \[\[displays\]\] in branch.toml"):
        display_of(Settings(branch=BRANCH, path=Path("branch.toml")), None)
