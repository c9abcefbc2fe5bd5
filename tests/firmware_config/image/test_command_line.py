import pytest
from card_office import CardOffice
from click.testing import CliRunner

from firmware_config.image.command_line import image


def call(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(image, [str(each) for each in arguments])
    return done.exit_code, done.output


def test_a_card_is_made_by_what_stands_on_the_command_line(office: CardOffice) -> None:
    branch = office.folder / "almelo.toml"
    code, told = call("--branch", branch, "--name", "Almelo", "--printer", "usb", "--out", office.card, "--offline")
    assert (code, "ready for hub-1, console-1, kiosk-1, display-1" in told) == (0, True)
    assert 'kind = "usb"' in branch.read_text()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--console", "--blank"), "not both"),
        ((), "--branch FILE, or --blank"),
        (("--blank", "--branch", "x.toml"), "--branch FILE, or --blank"),
    ],
)
def test_what_contradicts_itself_is_told(office: CardOffice, options: tuple[str, ...], told: str) -> None:
    code, said = call("--out", office.card, *options)
    assert (code, told in said) == (2, True)
