from collections.abc import Callable
from pathlib import Path

import pytest
from small_release import Organisation

from upkeep.release.faults import ReleaseFault
from upkeep.release.signature import is_good, is_good_to_openssl, make_keys, sign

Judge = Callable[[bytes, bytes, Path], bool]

both_ways = pytest.mark.parametrize("judge", [is_good, is_good_to_openssl])


@both_ways
def test_what_the_organisation_signed_is_good_and_nothing_else(
    judge: Judge, organisation: Organisation, tmp_path: Path
) -> None:
    signature = sign(b"content", organisation.secret)
    _, of_others = make_keys(tmp_path / "others")
    assert judge(b"content", signature, organisation.public)
    assert not judge(b"contenT", signature, organisation.public)
    assert not judge(b"content", signature, of_others)
    assert not judge(b"content", bytes([signature[0] ^ 1]) + signature[1:], organisation.public)
    assert not judge(b"content", b"", organisation.public)
    assert not judge(b"content", signature + b"x", organisation.public)


def test_the_secret_half_is_for_its_owner_only_and_is_never_overwritten(organisation: Organisation) -> None:
    assert organisation.secret.stat().st_mode & 0o777 == 0o600
    before = organisation.secret.read_bytes()
    with pytest.raises(ReleaseFault, match="never overwritten"):
        make_keys(organisation.secret.parent)
    assert organisation.secret.read_bytes() == before


def test_a_file_that_is_no_key_says_so(organisation: Organisation, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("no key")
    for key in (tmp_path / "key", tmp_path / "none", organisation.public):
        with pytest.raises(ReleaseFault, match="cannot be used"):
            sign(b"content", key)
    with pytest.raises(ReleaseFault, match="cannot be used"):
        is_good(b"content", b"", tmp_path / "key")
