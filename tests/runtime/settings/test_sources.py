from collections.abc import Callable
from pathlib import Path

import pytest

from runtime.settings.faults import SettingsFaults
from runtime.settings.load import load
from runtime.settings.model import Settings
from runtime.settings.sources import merged

BRANCH = '[branch]\nid = "a"\nname = "A"\n'

Load = Callable[..., Settings]


@pytest.fixture
def load_both(tmp_path: Path) -> Load:
    """The settings of a branch file, after its smallest [branch] table, with an organisation's file beside it."""

    def load_texts(branch: str, organisation: str) -> Settings:
        (tmp_path / "branch.toml").write_text(BRANCH + branch)
        (tmp_path / "organisation.toml").write_text(organisation)
        return load(tmp_path / "branch.toml")

    return load_texts


def test_the_organisation_fills_in_what_a_branch_leaves_out(load_both: Load) -> None:
    found = load_both(
        "[reports]\nthreshold = 7\n", "[reports]\nthreshold = 3\nkeep_months = 6\n[calling]\nvolume = 20\n"
    )
    assert (found.reports.threshold, found.reports.keep_months, found.calling.volume) == (7, 6, 20)


def test_a_table_in_a_table_is_merged_key_by_key_too(load_both: Load) -> None:
    account = '[broker.accounts.{}]\npassword_file = "/etc/beurt/secrets/{}"\n'
    found = load_both(account.format("kiosk-1", "other"), account.format("kiosk-1", "k") + account.format("hub-1", "h"))
    files = {name: each.password_file.name for name, each in found.broker.accounts.items()}
    assert files == {"kiosk-1": "other", "hub-1": "h"}


def test_a_list_of_the_branch_goes_in_the_place_of_the_organisations(load_both: Load) -> None:
    shared = '[branch]\nlanguages = ["nl", "ar"]\n[[desks]]\nid = "1"\n[[desks]]\nid = "2"\n'
    assert [desk.id for desk in load_both("", shared).desks] == ["1", "2"]
    found = load_both('languages = ["nl", "de"]\n[[desks]]\nid = "9"\n', shared)
    assert [desk.id for desk in found.desks] == ["9"]
    assert found.branch.languages == ("nl", "de")


def test_a_fault_is_told_with_the_file_and_line_that_it_stands_in(load_both: Load, tmp_path: Path) -> None:
    with pytest.raises(SettingsFaults) as refused:
        load_both("[calling]\nvolume = 101\n", "# for all\n[reports]\nthreshold = 1\n[calling]\nloud = true\n")
    rows = str(refused.value).splitlines()
    assert [row.split(" ")[0] for row in rows] == [
        f"{tmp_path}/branch.toml:5:",
        f"{tmp_path}/organisation.toml:3:",
        f"{tmp_path}/organisation.toml:5:",
    ]
    assert [row.split(" ")[1] for row in rows] == ["calling.volume", "reports.threshold", "calling.loud"]


def test_what_no_two_branches_share_may_not_stand_in_the_organisations_file(load_both: Load, tmp_path: Path) -> None:
    (tmp_path / "branch.toml").write_text("")
    (tmp_path / "organisation.toml").write_text('[branch]\nid = "a"\nname = "A"\n')
    with pytest.raises(SettingsFaults, match=r"organisation\.toml:2: branch\.id is \"a\"; expected it in the branch's"):
        load(tmp_path / "branch.toml")
    assert load_both("", '[branch]\nid = "b"\nname = "B"\n').branch.id == "a"


def test_an_organisations_file_that_is_no_toml_is_told_of(load_both: Load, tmp_path: Path) -> None:
    with pytest.raises(SettingsFaults) as refused:
        load_both("", "[reports\n")
    assert refused.value.path == tmp_path / "organisation.toml"


def test_neither_file_is_changed_by_merging() -> None:
    branch, organisation = {"a": {"x": 1}}, {"a": {"y": 2}, "b": {"z": 3}}
    assert merged(branch, organisation) == {"a": {"x": 1, "y": 2}, "b": {"z": 3}}
    assert (branch, organisation) == ({"a": {"x": 1}}, {"a": {"y": 2}, "b": {"z": 3}})
