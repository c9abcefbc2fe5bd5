"""Small numbers in what is published: hidden, and not to be worked out from the others."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import TypeVar

ROUNDED_TO = 5
WHAT_IS_HIDDEN_FOR_ANOTHER = "…"
SIGN_TELLS_FROM = 2
"""With this threshold "<2" would be one."""

Key = TypeVar("Key", bound=Hashable)


def hidden(
    counts: Mapping[Key, int], sums: Collection[Sequence[Key]], threshold: int, twins: Mapping[Key, Key]
) -> set[Key]:
    """The counts from 1 up to the threshold, and those that would give them away.

    The total of each of `sums` counts as known: of one, never a single part is hidden, nor parts that are
    small together, as long as there is another to hide with them. Twins are hidden together.
    """
    gone = {key for key, count in counts.items() if 0 < count < threshold}
    before = -1
    while before != len(gone):
        before = len(gone)
        for parts in sums:
            gone |= _companion(counts, parts, gone, threshold)
        gone |= {twins[key] for key in gone if key in twins}
    return gone


def shown(count: int, threshold: int, *, is_hidden: bool) -> int | str:
    """What stands in the place of a count: rounded, or why it is not there."""
    if is_hidden:
        return f"<{threshold}" if count < threshold and threshold > SIGN_TELLS_FROM else WHAT_IS_HIDDEN_FOR_ANOTHER
    rounded = ROUNDED_TO * ((count + ROUNDED_TO // 2) // ROUNDED_TO)
    return max(rounded, ROUNDED_TO) if count else 0


def _companion(counts: Mapping[Key, int], parts: Sequence[Key], gone: set[Key], threshold: int) -> set[Key]:
    without = [part for part in parts if part in gone]
    if not without or (len(without) > 1 and sum(counts[part] for part in without) >= threshold):
        return set()
    others = [part for part in parts if part not in gone and counts[part]]
    return {min(others, key=lambda part: counts[part])} if others else set()
