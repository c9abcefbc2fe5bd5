import pytest
from card_office import SMALLEST, CardOffice
from click.testing import CliRunner

from firmware_config.image.command_line import image
from runtime.passwords import is_right


def call(*arguments: object, typed: tuple[str, ...] = ()) -> tuple[int, str]:
    done = CliRunner().invoke(image, [str(each) for each in arguments], "".join(f"{each}\n" for each in typed))
    return done.exit_code, done.output


def test_a_card_is_made_by_what_stands_on_the_command_line(office: CardOffice) -> None:
    branch = office.folder / "almelo.toml"
    code, told = call("--branch", branch, "--name", "Almelo", "--printer", "usb", "--out", office.card, "--offline")
    assert (code, "ready for hub-1, console-1, kiosk-1, display-1" in told) == (0, True)
    assert 'kind = "usb"' in branch.read_text()


def test_a_password_that_cannot_be_is_asked_for_again(office: CardOffice) -> None:
    shared, own = office.folder / "secrets/staff.argon2", office.folder / "secrets/almelo/staff.argon2"
    shared.unlink()
    wanted = ("--branch", office.folder / "almelo.toml", "--name", "Almelo", "--out", office.card)
    code, told = call(*wanted, typed=("kort", "kort") * 3)
    assert (code, own.exists(), "a password has 8 to 200 characters; try another" in told) == (2, False, True)
    assert call(*wanted, typed=("kort", "kort", "lang genoeg", "lang genoeg"))[0] == 0
    assert is_right(own.read_text().strip(), "lang genoeg")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--console", "--blank"), "not both"),
        ((), "--branch FILE, or --blank"),
        (("--branch", "x.toml"), "--out CARD"),
        (("--blank", "--branch", "x.toml"), "--branch FILE, or --blank"),
    ],
)
def test_what_contradicts_itself_is_told(office: CardOffice, options: tuple[str, ...], told: str) -> None:
    card = () if "x.toml" in options and "--blank" not in options else ("--out", office.card)
    code, said = call(*card, *options)
    assert (code, told in said) == (2, True)


def test_a_branch_file_is_judged_as_its_card_would_have_it(office: CardOffice) -> None:
    branch = office.folder / "branch.toml"
    branch.write_text(SMALLEST + '[broker]\nhost = "hengelo-hub-1.local"\n')
    code, told = call("--branch", branch, "--check", "--device", "kiosk-1")
    assert (code, told.startswith(f"{branch}: in order, for a box that is kiosk-1\n")) == (0, True)
    assert "nobody can sign in" not in told
    branch.write_text(SMALLEST)
    code, told = call("--branch", branch, "--check", "--device", "kiosk-1")
    assert (code, "does not say where the hub is" in told) == (2, True)
    assert not (office.folder / "authority/authority.key").exists()
