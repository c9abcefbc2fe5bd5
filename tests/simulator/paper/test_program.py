import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from beurt_command import BEURT, beurt
from PIL import Image
from strict_escpos import StrictReader, Text

WITHIN_S = 30
BRANCH = """
[branch]
id = "voorbeeld"
name = "Bibliotheek Voorbeeld"
[[kiosks]]
device = "kiosk-1"
[kiosks.printer]
kind = "serial"
port = "{folder}/line"
baud = 115200
flow = "none"
profile = "TM-T20II"
[[kiosks]]
device = "kiosk-2"
spare_letter = "R"
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    file = tmp_path / "branch.toml"
    file.write_text(BRANCH.format(folder=tmp_path))
    return file


@contextmanager
def printer(folder: Path) -> Iterator[Path]:
    """The virtual printer at the line of the branch file; its tray."""
    command = [BEURT, "printer", "--serial", folder / "line", "--paper", folder / "paper"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert "ready" in process.stderr.readline()
        yield folder / "paper"
        process.terminate()
        assert process.wait(WITHIN_S) == 0


def test_a_sample_ticket_is_shown_as_bytes_and_as_paper(tmp_path: Path) -> None:
    dump, png = tmp_path / "ticket.bin", tmp_path / "ticket.png"
    made = beurt("ticket", "--language", "pl", "--width", "384", "--number", "L12", "--dump", dump, "--png", png)
    assert (made.returncode, made.stdout, made.stderr) == (0, "", "")

    reader = StrictReader("TM-T20II", 384)
    reader.read(dump.read_bytes())
    assert Text("L12", 8, 8, is_bold=True) in reader.texts()
    assert "Zachowaj ten bilet." in " ".join(text.text for text in reader.texts())
    with Image.open(png) as picture:
        assert picture.width == 464 + 2 * 28


def test_a_sample_ticket_may_be_of_another_printer_and_of_a_branch(config: Path, tmp_path: Path) -> None:
    dump = tmp_path / "ticket.bin"
    made = beurt("ticket", "--profile", "gok", "--large", "--config", config, "--dump", dump)
    assert (made.returncode, "profile 'gok' is not known" in made.stderr) == (0, True)
    StrictReader("gok", 576).read(dump.read_bytes())


def test_a_sample_ticket_that_goes_nowhere_is_refused() -> None:
    refused = beurt("ticket")
    assert (refused.returncode, "say where to" in refused.stderr) == (2, True)


def test_a_set_of_numbered_slips_is_shown(config: Path, tmp_path: Path) -> None:
    dump = tmp_path / "slips.bin"
    assert beurt("slips", "8-10", "--letter", "B", "--config", config, "--dump", dump).returncode == 0
    reader = StrictReader("TM-T20II", 576)
    reader.read(dump.read_bytes())
    assert [text.text for text in reader.texts() if text.width == 8] == ["B8", "B9", "B10"]
    assert reader.cuts == 3


def test_numbered_slips_and_a_test_page_come_out_of_the_kiosks_printer(config: Path, tmp_path: Path) -> None:
    with printer(tmp_path) as tray:
        slips = beurt("slips", "1-2", "--config", config)
        assert slips.returncode == 0, slips.stderr
        assert "slip 2: printed" in slips.stderr
        page = beurt("printer-test", "--config", config)
        assert page.returncode == 0, page.stderr
        assert "AAN DE BEURT VIRTUAL" in page.stderr
        assert len(list(tray.glob("0*.png"))) == 3


def test_slips_that_cannot_be_printed_are_told_with_the_cause(config: Path) -> None:
    failed = beurt("slips", "5-9", "--config", config)
    assert failed.returncode == 1
    assert "slip 5 did not come out: not-found" in failed.stderr
    assert "slip 6" not in failed.stderr


def test_a_kiosk_without_a_printer_says_so(config: Path) -> None:
    failed = beurt("printer-test", "--config", config, "--device", "kiosk-2")
    assert (failed.returncode, "no-printer" in failed.stderr) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(("slips", "9-5"), "from low to high"), (("printer-test", "--device", "kiosk-9"), "there are: kiosk-1, kiosk-2")],
)
def test_what_cannot_be_is_told_in_one_line(config: Path, arguments: tuple[str, ...], told: str) -> None:
    refused = beurt(*arguments, "--config", config)
    assert refused.returncode == 2
    assert told in refused.stderr
    assert len(refused.stderr.splitlines()) == 1


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    refused = beurt("ticket", "--dump", tmp_path / "nowhere" / "ticket.bin")
    assert (refused.returncode, "nowhere" in refused.stderr) == (2, True)
