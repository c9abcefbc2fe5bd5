from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from screenkit import pictures
from screenkit.pictures import PictureError, emoji_file, picture_file


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("CACHE_DIRECTORY", str(tmp_path / "cache"))
    pictures._folder.cache_clear()
    yield tmp_path / "cache" / "aan-de-beurt"
    pictures._folder.cache_clear()


def test_an_emoji_is_drawn_in_colour_as_high_as_asked(cache: Path) -> None:
    file = emoji_file("🏠", 200, 100)
    assert file.parent == cache
    with Image.open(file) as picture:
        assert picture.height == 100
        assert len(picture.convert("RGB").getcolors(100_000) or ()) > 100


def test_a_picture_is_kept_and_not_drawn_again() -> None:
    first = emoji_file("🏠", 100, 100)
    written = first.stat().st_mtime_ns
    assert emoji_file("🏠", 100, 100) == first
    assert first.stat().st_mtime_ns == written


def test_a_file_of_the_branch_keeps_its_shape_and_a_new_one_is_seen(tmp_path: Path) -> None:
    source = tmp_path / "eigen.png"
    Image.new("RGB", (400, 200), "navy").save(source)
    shown = picture_file(source, 100, 100)
    with Image.open(shown) as picture:
        assert picture.size == (100, 50)
    Image.new("RGB", (200, 400), "navy").save(source)
    assert picture_file(source, 100, 100) != shown


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\nnonsense", b"<svg/>"])
def test_what_is_no_picture_is_told_by_its_name(tmp_path: Path, content: bytes) -> None:
    source = tmp_path / "kapot.png"
    source.write_bytes(content)
    with pytest.raises(PictureError, match=r"kapot\.png"):
        picture_file(source, 100, 100)


def test_a_file_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match=r"weg\.png"):
        picture_file(tmp_path / "weg.png", 100, 100)


def test_a_picture_that_is_far_too_large_is_refused(tmp_path: Path) -> None:
    Image.new("1", (5000, 10)).save(tmp_path / "groot.png")
    with pytest.raises(PictureError, match="larger than"):
        picture_file(tmp_path / "groot.png", 100, 100)
