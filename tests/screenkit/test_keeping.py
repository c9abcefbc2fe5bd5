from screenkit.keeping import Kept


def kept(most_bytes: int = 10) -> Kept[str]:
    """Keeps texts of together ten letters."""
    return Kept(most_bytes, len)


def test_what_was_made_is_not_made_again() -> None:
    texts = kept()
    assert texts.get("a", lambda: "one") == "one"
    assert texts.get("a", lambda: "two") == "one"


def test_what_was_not_asked_for_longest_goes_first() -> None:
    texts = kept()
    for key in ("a", "b", "a", "c"):
        texts.get(key, lambda: "four")
    assert texts.bytes == 8
    assert texts.get("a", lambda: "other") == "four"
    assert texts.get("b", lambda: "other") == "other"


def test_one_thing_may_be_larger_than_all() -> None:
    texts = kept()
    texts.get("small", lambda: "tiny")
    assert texts.get("large", lambda: "a very long text") == "a very long text"
    assert texts.bytes == len("a very long text")
