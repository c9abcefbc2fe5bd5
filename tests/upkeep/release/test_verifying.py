from collections.abc import Callable
from pathlib import Path

import pytest
from small_release import Organisation

from upkeep.release.faults import ReleaseFault
from upkeep.release.making import seal
from upkeep.release.signature import is_good, make_keys
from upkeep.release.verifying import verify

WHEEL = "wheels/aan_de_beurt-1.0-py3-none-any.whl"


def test_a_release_as_it_was_signed_is_good(organisation: Organisation) -> None:
    assert verify(organisation.release("1.0"), organisation.public, is_good).version == "1.0"


def append(release: Path) -> None:
    with (release / WHEEL).open("ab") as wheel:
        wheel.write(b"\0")


def add(release: Path) -> None:
    (release / "wheels" / "evil-1.0-py3-none-any.whl").touch()


def add_a_folder(release: Path) -> None:
    (release / "wheels" / "evil").mkdir()


def take_away(release: Path) -> None:
    (release / WHEEL).unlink()


def link(release: Path) -> None:
    (release / WHEEL).rename(release.parent / "elsewhere")
    (release / WHEEL).symlink_to(release.parent / "elsewhere")


def link_the_folder(release: Path) -> None:
    (release / "wheels").rename(release.parent / "elsewhere")
    (release / "wheels").symlink_to(release.parent / "elsewhere")


def unsign(release: Path) -> None:
    (release / "SHA256SUMS.sig").unlink()


def relist(release: Path) -> None:
    with (release / "SHA256SUMS").open("a") as listed:
        listed.write(f"{'0' * 64}  evil\n")


def fill_up(release: Path) -> None:
    with (release / WHEEL).open("r+b") as wheel:
        wheel.truncate(200 * 1024 * 1024)


@pytest.mark.parametrize(
    "tamper", [append, add, add_a_folder, take_away, link, link_the_folder, unsign, relist, fill_up]
)
def test_whatever_is_changed_is_noticed(organisation: Organisation, tamper: Callable[[Path], None]) -> None:
    release = organisation.release("1.0")
    tamper(release)
    with pytest.raises(ReleaseFault):
        verify(release, organisation.public, is_good)


def test_a_release_that_others_signed_is_refused_before_its_list_is_looked_at(
    organisation: Organisation, tmp_path: Path
) -> None:
    release = organisation.release("1.0")
    secret, _ = make_keys(tmp_path / "others")
    seal(release, secret)
    (release / "SHA256SUMS").write_text("no list at all")
    with pytest.raises(ReleaseFault, match="not signed with"):
        verify(release, organisation.public, is_good)


def test_a_release_without_its_requirements_is_none(organisation: Organisation) -> None:
    release = organisation.release("1.0")
    (release / "requirements.txt").unlink()
    seal(release, organisation.secret)
    with pytest.raises(ReleaseFault, match=r"requirements\.txt"):
        verify(release, organisation.public, is_good)
