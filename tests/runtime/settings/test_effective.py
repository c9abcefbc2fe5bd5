import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from beurt import main
from runtime.settings.effective import effective
from runtime.settings.load import load

EXAMPLE = Path(__file__).parents[3] / "branch.example.toml"
SMALLEST = '[branch]\nid = "a"\nname = "A"\n'
ODD = """
[branch]
id = "a"
name = 'with "quotes", a \\ and a \U0001f4da'
waiting_place = { nl = "bij het raam" }
[[lines]]
id = "ido"
hours = { monday = [], tuesday = ["10:00-12:00"] }
[broker.accounts."odd-1"]
password_file = "/etc/odd"
"""


def complete() -> str:
    rows = EXAMPLE.read_text().split("\n")
    return "\n".join(row.removeprefix("# ") if " = " in row or row.startswith("# [") else row for row in rows)


@pytest.mark.parametrize(
    "text", [SMALLEST, ODD, EXAMPLE.read_text(), complete()], ids=["smallest", "odd", "own", "all"]
)
def test_what_is_printed_means_the_same(tmp_path: Path, text: str) -> None:
    (tmp_path / "branch.toml").write_text(text)
    (tmp_path / "again.toml").write_text(effective(tmp_path / "branch.toml"))
    meant, again = load(tmp_path / "branch.toml"), load(tmp_path / "again.toml")
    assert replace(again, path=meant.path) == meant


def test_each_value_tells_where_it_comes_from(tmp_path: Path) -> None:
    (tmp_path / "branch.toml").write_text(f"{SMALLEST}[calling]\nvolume = 30\n")
    (tmp_path / "organisation.toml").write_text("[calling]\nvolume = 40\nown_language = false\n")
    rows = [re.sub(" +", " ", row) for row in effective(tmp_path / "branch.toml").splitlines()]
    assert "volume = 30 # branch.toml:5" in rows
    assert "own_language = false # organisation.toml:3" in rows
    assert "threshold = 5 # default" in rows


def test_the_command_prints_it_and_tells_faults_apart(tmp_path: Path) -> None:
    (tmp_path / "branch.toml").write_text(SMALLEST)
    printed = CliRunner().invoke(main, ["check", "--effective", str(tmp_path / "branch.toml")])
    assert printed.exit_code == 0
    assert printed.stdout == effective(tmp_path / "branch.toml")
    (tmp_path / "branch.toml").write_text("[branch]\n")
    refused = CliRunner().invoke(main, ["check", "--effective", str(tmp_path / "branch.toml")])
    assert refused.exit_code == 2
    assert "branch.id is missing" in refused.stderr
