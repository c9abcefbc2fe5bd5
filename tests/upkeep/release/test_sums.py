import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_release import Organisation

from upkeep.release.faults import ReleaseFault
from upkeep.release.sums import MOST_BYTES, MOST_FILES, Sums, decode, digest, encode, files_of

GOOD = "0" * 64


@pytest.mark.parametrize(
    "name",
    ["../a", "/etc/passwd", "wheels/../a", "wheels/a/b", "a/b", ".hidden", "", "wheels/", "a b", "a\\b", "wheels/.."],
)
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    with pytest.raises(ReleaseFault):
        decode(f"{GOOD}  {name}\n".encode())


@given(st.binary(max_size=300))
def test_whatever_the_bytes_are_they_name_files_of_the_folder_or_are_refused(content: bytes) -> None:
    try:
        listed = decode(content)
    except ReleaseFault:
        return
    assert all(not name.startswith((".", "/")) and ".." not in Path(name).parts for name in listed)


def test_a_list_has_limits() -> None:
    too_many = "".join(f"{GOOD}  f{number}\n" for number in range(MOST_FILES + 1))
    for content in (b"", b"x" * (MOST_BYTES + 1), too_many.encode(), f"{GOOD}  a\n{GOOD}  a\n".encode()):
        with pytest.raises(ReleaseFault):
            decode(content)


def test_what_is_encoded_decodes_to_the_same() -> None:
    listed: Sums = {"release.toml": GOOD, "wheels/a-1.0-py3-none-any.whl": "f" * 64}
    assert decode(encode(listed)) == listed


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="coreutils are not here")
def test_anybody_can_check_the_list_with_the_usual_program(organisation: Organisation) -> None:
    release = organisation.release("1.0")
    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=release, capture_output=True, check=True)


def test_a_link_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/etc/hostname")
    with pytest.raises(ReleaseFault):
        digest(tmp_path / "link")


def test_packages_beside_a_release_are_no_part_of_it(organisation: Organisation) -> None:
    release = organisation.release("1.0")
    (release / "debs").mkdir()
    (release / "debs" / "a.deb").touch()
    (release / "odd").touch()
    assert list(files_of(release)) == [
        "odd",
        "release.toml",
        "requirements.txt",
        "wheels/aan_de_beurt-1.0-py3-none-any.whl",
    ]
