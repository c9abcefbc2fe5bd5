from pathlib import Path

import pytest

from firmware_config.box import BoxFault
from firmware_config.box_file import MOST_BYTES, BoxFile, read


def put(root: Path, text: str) -> None:
    (root / "etc/beurt").mkdir(parents=True)
    (root / "etc/beurt/box.toml").write_text(text)


def test_without_the_file_nothing_was_chosen(tmp_path: Path) -> None:
    assert read(tmp_path) == BoxFile()


def test_it_tells_the_devices_and_what_was_chosen(tmp_path: Path) -> None:
    put(
        tmp_path,
        'devices = ["kiosk-1", "display-1"]\nusb_guard = true\nread_only_root = true\n'
        "data_partition = true\nlater = 1\n",
    )
    told = BoxFile(("kiosk-1", "display-1"), is_usb_guarded=True, is_root_read_only=True, has_data_partition=True)
    assert read(tmp_path) == told


@pytest.mark.parametrize(
    "text",
    [
        "devices = 3",
        'devices = "kiosk-1"',
        "devices = [1]",
        "usb_guard = 1",
        "not toml",
        "\xff",
        f"#{'x' * MOST_BYTES}\n[",
    ],
)
def test_anything_else_is_named_as_a_fault(tmp_path: Path, text: str) -> None:
    put(tmp_path, "")
    (tmp_path / "etc/beurt/box.toml").write_bytes(text.encode("latin-1"))
    with pytest.raises(BoxFault, match=r"box\.toml"):
        read(tmp_path)
