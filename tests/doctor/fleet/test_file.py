from pathlib import Path

import pytest

from doctor.fleet.file import MOST_BRANCHES, Faulty, broker, read

GOOD = """
title = "Bibliotheken in de regio"
[[branches]]
name = "Hengelo"
[branches.mqtt]
branch = "hengelo"
host = "192.0.2.14"
tls_ca = "hengelo/ca.crt"
password_file = "hengelo/monitor"
[[branches]]
name = "Borne"
ssh = ["beurt@192.0.2.15", "borne-kiosk"]
[[branches]]
name = "Delden"
folder = "reports/delden"
"""


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    return tmp_path / "fleet.toml"


def test_each_branch_has_one_road(listed: Path) -> None:
    listed.write_text(GOOD)
    hengelo, borne, delden = read(listed).branches
    assert hengelo.mqtt is not None
    assert (hengelo.mqtt.port, hengelo.mqtt.account) == (8883, "monitor")
    assert borne.ssh == ("beurt@192.0.2.15", "borne-kiosk")
    assert delden.folder == "reports/delden"


def test_files_of_a_branch_are_beside_the_list(listed: Path) -> None:
    listed.write_text(GOOD)
    mqtt = read(listed).branches[0].mqtt
    assert mqtt is not None
    made = broker(mqtt, listed.parent)
    assert made.tls_ca == listed.parent / "hengelo/ca.crt"
    assert made.accounts["monitor"].password_file == listed.parent / "hengelo/monitor"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "branches = []",
        '[[branches]]\nname = "A"\n',
        '[[branches]]\nname = "A"\nfolder = "x"\nssh = ["y"]\n',
        '[[branches]]\nname = "A"\nssh = ["-oProxyCommand=touch harm"]\n',
        '[[branches]]\nname = "A"\nssh = ["a b"]\n',
        '[[branches]]\nname = ""\nfolder = "x"\n',
        '[[branches]]\nname = "A"\nfolder = "x"\nfloder = "y"\n',
        '[[branches]]\nname = "A"\n[branches.mqtt]\nbranch = "a/#"\nhost = "x"\n',
        '[[branches]]\nname = "A"\nfolder = "x"\n[[branches]]\nname = "A"\nfolder = "y"\n',
        "".join(f'[[branches]]\nname = "{n}"\nfolder = "x"\n' for n in range(MOST_BRANCHES + 1)),
        "[[branches",
        "a = " + "[" * 5000,
    ],
)
def test_a_list_that_is_wrong_is_told_by_name(listed: Path, text: str) -> None:
    listed.write_text(text)
    with pytest.raises(Faulty, match=r"fleet\.toml"):
        read(listed)


def test_a_list_that_is_no_text_is_told(listed: Path) -> None:
    listed.write_bytes(b"\xff\xfe")
    with pytest.raises(Faulty):
        read(listed)
