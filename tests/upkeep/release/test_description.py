import platform
from pathlib import Path

import pytest
from small_release import PYTHON

from upkeep.release.description import Description, order, read
from upkeep.release.faults import ReleaseFault


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    described = Description("1.10.2", "3.13", ("aarch64", "x86_64"))
    (tmp_path / "release.toml").write_text(str(described))
    assert read(tmp_path) == described


@pytest.mark.parametrize(
    "text",
    [
        "",
        'version = "1.0"\npython = "3.13"\nmachines = []\n',
        'version = "1.0"\npython = "3.13"\nmachines = "aarch64"\n',
        'version = "../1.0"\npython = "3.13"\nmachines = ["aarch64"]\n',
        'version = "1.0"\npython = "3.13"\nmachines = ["../x"]\n',
        'version = 1\npython = "3.13"\nmachines = ["aarch64"]\n',
        "\0",
    ],
)
def test_a_description_that_cannot_be_right_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "release.toml").write_text(text)
    with pytest.raises(ReleaseFault):
        read(tmp_path)


def test_versions_are_ordered_as_numbers() -> None:
    assert order("1.9") < order("1.10.0") == order("1.10") < order("1.10.1") < order("2.0")
    with pytest.raises(ReleaseFault):
        order("1.0-beta")


def test_a_release_for_another_machine_or_python_says_so() -> None:
    Description("1.0", PYTHON, (platform.machine(),)).check_machine()
    with pytest.raises(ReleaseFault, match=r"for mips"):
        Description("1.0", PYTHON, ("mips",)).check_machine()
    with pytest.raises(ReleaseFault, match=r"Python 3\.99"):
        Description("1.0", "3.99", (platform.machine(),)).check_machine()
