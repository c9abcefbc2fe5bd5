import stat
import threading
from pathlib import Path

import msgspec
from links import Links, status_of
from mosquitto import Mosquitto

from wire.local_word import LocalWord, keep


def read(folder: Path, device: str = "kiosk-1") -> LocalWord:
    return msgspec.json.decode((folder / f"{device}.json").read_bytes(), type=LocalWord)


def test_a_word_is_kept_for_the_group_and_replaces_the_one_before(tmp_path: Path) -> None:
    keep(LocalWord(is_connected=False, status=status_of("kiosk-1")), tmp_path)
    keep(LocalWord(is_connected=True, status=status_of("kiosk-1")), tmp_path)
    assert read(tmp_path).is_connected
    assert stat.S_IMODE((tmp_path / "kiosk-1.json").stat().st_mode) & 0o007 == 0
    assert [file.name for file in tmp_path.iterdir()] == ["kiosk-1.json"]


def test_where_there_is_no_folder_for_it_nothing_happens(tmp_path: Path) -> None:
    keep(LocalWord(is_connected=True, status=status_of("kiosk-1")), tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []


def test_many_threads_leave_a_whole_word(tmp_path: Path) -> None:
    def talk() -> None:
        for _ in range(50):
            keep(LocalWord(is_connected=True, status=status_of("kiosk-1")), tmp_path)

    threads = [threading.Thread(target=talk) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read(tmp_path).status.device == "kiosk-1"


def test_a_link_says_on_its_own_box_that_it_is_connected_and_that_it_no_longer_is(
    links: Links, broker: Mosquitto, tmp_path: Path
) -> None:
    link = links.make(broker, "kiosk-1", words=tmp_path)
    link.start()
    assert link.wait_connected(30)
    assert read(tmp_path).is_connected
    link.stop()
    assert not read(tmp_path).is_connected
