from pathlib import Path

from runtime.settings.load import load
from wire.question_kinds import KIND_NAMES, kinds

BRANCH = '[branch]\nid = "proef"\nname = "Bibliotheek Proef"\n'
OWN = """
[[topics]]
id = "computer"
picture = "telefoon"
names = { nl = "Computer" }
[[topics]]
id = "belasting"
picture = "brief"
names = { nl = "Belasting" }
[[topics.topics]]
id = "toeslag"
names = { nl = "Toeslag" }
[[topics]]
id = "iets"
picture = "iets.png"
names = { nl = "Iets" }
"""


def kinds_of(folder: Path, more: str = "") -> dict[str, str]:
    file = folder / "branch.toml"
    (folder / "iets.png").write_bytes(b"")
    file.write_text(BRANCH + more)
    return dict(kinds(load(file)))


def test_every_topic_of_the_common_set_has_a_kind(tmp_path: Path) -> None:
    found = kinds_of(tmp_path)
    assert {topic for topic, kind in found.items() if kind == "library"} == {"leren"}
    assert {topic for topic, kind in found.items() if kind == "other"} == {"telefoon"}
    assert set(found.values()) == set(KIND_NAMES)


def test_a_branchs_own_topic_is_of_the_kind_of_its_picture_and_what_is_below_it_too(tmp_path: Path) -> None:
    assert kinds_of(tmp_path, OWN) == {
        "computer": "other", "belasting": "government", "toeslag": "government", "iets": "other",
    }  # fmt: skip
