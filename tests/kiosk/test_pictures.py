from pathlib import Path

import pytest
from PIL import Image

from kiosk.pictures import EMOJI, Pictures
from runtime.settings.catalogue import CATALOGUE


def test_every_topic_of_the_default_catalogue_has_a_picture_of_its_own(tmp_path: Path) -> None:
    files = {Pictures(tmp_path).file(topic.picture, 100, 100) for topic in CATALOGUE}
    assert None not in files
    assert len(files) == len(CATALOGUE)


def test_no_two_names_share_a_picture() -> None:
    assert len(set(EMOJI.values())) == len(EMOJI)


def test_every_picture_of_the_set_can_be_drawn(tmp_path: Path) -> None:
    assert [name for name in (*EMOJI, "ticket") if Pictures(tmp_path).file(name, 40, 40) is None] == []


def test_a_branch_may_give_its_own_file_beside_the_branch_file(tmp_path: Path) -> None:
    Image.new("RGB", (300, 300), "navy").save(tmp_path / "eigen.png")
    file = Pictures(tmp_path).file("eigen.png", 100, 50)
    assert file is not None
    with Image.open(file) as picture:
        assert picture.size == (50, 50)


@pytest.mark.parametrize(
    ("name", "why"), [("olifant", "olifant"), ("eigen.svg", "PNG"), ("weg.png", "weg.png"), ("../../x.gif", "PNG")]
)
def test_a_picture_that_cannot_be_shown_is_told_and_the_tile_goes_without(
    tmp_path: Path, name: str, why: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert Pictures(tmp_path).file(name, 100, 100) is None
    assert why in caplog.text


def test_no_picture_is_no_fault(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert Pictures(tmp_path).file("", 100, 100) is None
    assert caplog.text == ""
