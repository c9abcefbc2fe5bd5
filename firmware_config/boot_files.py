"""Changes to the two files that a Raspberry Pi starts by; the rest of the stock text stays."""

from typing import Final

BEGIN: Final = "# begin: aan de beurt (made by `beurt firmware`; changes between these lines get lost)"
END: Final = "# end: aan de beurt"


def with_block(stock: str, block: str) -> str:
    """A config.txt with our block at its end, for every model; an earlier block of ours goes."""
    kept = _without_block(stock).rstrip("\n")
    start = f"{kept}\n\n" if kept else ""
    return f"{start}{BEGIN}\n[all]\n{block.strip()}\n{END}\n"


def with_changes(stock: str, changes: str) -> str:
    """A cmdline.txt, of one line, after the changes: `+ word` puts a word at its end, `- word` takes one out.

    A word with a value takes the place of words with the same key; `video=` of another plug stays.
    """
    words = stock.split()
    for change in changes.splitlines():
        sign, _, word = change.strip().partition(" ")
        if sign in {"+", "-"}:
            words = [each for each in words if not _is_same(each, word, by_key=sign == "+")]
        if sign == "+":
            words.append(word)
    return " ".join(words) + "\n"


def _without_block(text: str) -> str:
    before, begin, rest = text.partition(f"{BEGIN}\n")
    if not begin:
        return text
    _, _, after = rest.partition(f"{END}\n")
    return before.rstrip("\n") + "\n" + after


def _is_same(word: str, other: str, *, by_key: bool) -> bool:
    return _key(word) == _key(other) if by_key else word == other


def _key(word: str) -> str:
    key, _, value = word.partition("=")
    return f"{key}={value.partition(':')[0]}" if key == "video" else key
