import os
import stat
import threading
from pathlib import Path

import pytest

from trust import files, keys
from trust.authority import ISSUED, Authority


def test_two_who_give_out_certificates_at_once_lose_none(tmp_path: Path) -> None:
    Authority.create(tmp_path / "authority", "Proef")
    key = keys.make().public_key()

    def give_out(name: str) -> None:
        authority = Authority.load(tmp_path / "authority")
        for number in range(15):
            authority.issue(key, f"{name}-{number}", "proef")

    threads = [threading.Thread(target=give_out, args=(name,)) for name in ("kiosk", "display")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rows = (tmp_path / "authority" / ISSUED).read_text().splitlines()
    assert len(rows) == len({row.split("\t")[1] for row in rows}) == 30


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can write for somebody else")
def test_what_root_writes_in_anothers_folder_is_that_others(tmp_path: Path) -> None:
    os.chown(tmp_path, 65534, 65534)
    files.write(tmp_path / "issued", b"1", files.OWNER_ONLY)
    assert ((tmp_path / "issued").stat().st_uid, (tmp_path / "issued").stat().st_mode & 0o777) == (65534, 0o600)
    own = tmp_path / "root"
    own.mkdir()
    files.write(own / "issued", b"1")
    assert (own / "issued").stat().st_uid == 0


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
def test_a_file_has_the_mode_that_was_asked_whatever_a_service_takes_away(tmp_path: Path, mode: int) -> None:
    """The broker has to read what a service with a strict umask wrote: without it no other box gets in."""
    before = os.umask(0o077)
    try:
        files.write(tmp_path / "revoked.crl", b"", mode)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "revoked.crl").stat().st_mode) == mode
