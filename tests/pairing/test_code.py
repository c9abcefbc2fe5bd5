import pytest
from hypothesis import given
from hypothesis import strategies as st

from pairing import code


def test_codes_are_six_clear_letters_and_no_two_alike() -> None:
    codes = {code.new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(len(each) == 6 and set(each) <= set(code.LETTERS) for each in codes)
    assert not set("IOQ0158") & set(code.LETTERS)


@pytest.mark.parametrize("typed", ["abcdef", "ABC DEF", " abc-def ", "A B C D E F"])
def test_spaces_hyphens_and_small_letters_do_no_harm(typed: str) -> None:
    assert code.as_typed(typed) == "ABCDEF"


@pytest.mark.parametrize("typed", ["", "ABCDE", "ABCDEFG", "ABCDE0", "ABCDEI", "\u0391BCDEF", "ABC\u00adDEF"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert not code.as_typed(typed)


def test_a_shown_code_is_read_back() -> None:
    made = code.new_code()
    assert code.as_typed(code.shown(made)) == made


def test_the_key_differs_with_the_code_and_with_the_salt() -> None:
    keys = [
        code.key_of(each, salt) for each, salt in (("ABCDEF", b"1" * 16), ("ABCDEG", b"1" * 16), ("ABCDEF", b"2" * 16))
    ]
    assert len(set(keys)) == 3


KEY = b"k" * code.KEY_BYTES


@given(st.binary(max_size=40), st.binary(max_size=40), st.binary(max_size=40))
def test_a_proof_counts_for_its_side_its_words_and_its_key_only(one: bytes, other: bytes, third: bytes) -> None:
    proof = code.proof(KEY, "box", one, other)
    assert code.is_proof(proof, KEY, "box", one, other)
    assert not code.is_proof(proof, KEY, "hub", one, other)
    assert not code.is_proof(proof, b"x" * code.KEY_BYTES, "box", one, other)
    assert not code.is_proof(proof, KEY, "box", one + other)
    assert not code.is_proof(proof, KEY, "box", one, other, third)
    if one != other:
        assert not code.is_proof(proof, KEY, "box", other, one)


@given(st.text(max_size=80))
def test_nonsense_is_no_proof(given_proof: str) -> None:
    assert not code.is_proof(given_proof, KEY, "box", b"")
