from pathlib import Path

from beurt_command import beurt


def test_a_faulty_branch_file_is_refused_with_all_its_faults(tmp_path: Path) -> None:
    file = tmp_path / "branch.toml"
    file.write_text('[branch]\nid = "Hengelo!"\nname = 3\nmode = "plasa"\n')
    refused = beurt("hub", "--config", file)
    assert refused.returncode == 2
    assert [key for key in ("branch.id", "branch.name", "branch.mode") if key not in refused.stderr] == []
    assert "Traceback" not in refused.stderr


def test_a_missing_branch_file_is_named() -> None:
    refused = beurt("console", "--config", "/nowhere/branch.toml")
    assert refused.returncode == 2
    assert "/nowhere/branch.toml" in refused.stderr
