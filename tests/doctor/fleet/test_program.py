import json
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from reports import NO_PAPER, WARM, WELL, report

from beurt import main
from doctor.report import Finding
from wire.times import at_text


def listed(folder: Path, **branches: tuple[Finding, ...]) -> Path:
    now = at_text(datetime.now(UTC))
    lines = []
    for name, findings in branches.items():
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "doctor.json").write_bytes(msgspec.json.encode(report(*findings, at=now)))
        lines += ["[[branches]]", f'name = "{name}"', f'folder = "{name}"']
    file = folder / "fleet.toml"
    file.write_text("\n".join(lines))
    return file


def fleet(*options: object) -> tuple[int, str]:
    ran = CliRunner().invoke(main, ["fleet", *map(str, options)])
    return ran.exit_code, ran.output


@pytest.mark.parametrize(("finding", "code"), [(WELL, 0), (WARM, 1), (NO_PAPER, 2)])
def test_the_exit_code_tells_how_the_branches_are(tmp_path: Path, finding: Finding, code: int) -> None:
    assert fleet(listed(tmp_path, Hengelo=(finding,), Borne=(WELL,)))[0] == code


def test_a_line_is_told_for_each_trouble_and_one_for_all_that_are_well(tmp_path: Path) -> None:
    _, told = fleet(listed(tmp_path, Hengelo=(NO_PAPER,), Borne=(WELL,)))
    assert told == "CRITICAL    Hengelo: printer (kiosk-1): The paper is out.\n1 of 2 branches are well\n"


def test_json_is_for_programs(tmp_path: Path) -> None:
    _, told = fleet(listed(tmp_path, Hengelo=(NO_PAPER,)), "--json")
    assert json.loads(told)["branches"][0]["troubles"][0]["name"] == "printer (kiosk-1)"


def test_the_page_is_written_whole_and_remembers_when_a_branch_was_reached(tmp_path: Path) -> None:
    file, out = listed(tmp_path, Goor=(WELL,)), tmp_path / "page.html"
    assert fleet(file, "--out", out)[0] == 0
    assert "The branch is well" in out.read_text()
    (tmp_path / "Goor/doctor.json").unlink()
    assert fleet(file, "--out", out)[0] == 2
    assert "Last reached: just now" in out.read_text()


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    code, told = fleet(listed(tmp_path, Goor=(WELL,)), "--out", tmp_path / "nowhere/page.html")
    assert code == 3
    assert "cannot be written" in told


def test_a_list_that_is_wrong_is_told_and_nothing_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "fleet.toml").write_text("branches = 1")
    code, told = fleet(tmp_path / "fleet.toml")
    assert code == 3
    assert "fleet.toml" in told
