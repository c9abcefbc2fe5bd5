"""Reads the code on a new box's text screen, as a person does: block_letters.py FILE"""

import sys
from itertools import groupby, product
from pathlib import Path

from pairing.code import LETTERS
from pairing.screen import large


def read_code(text: str) -> str:
    """The two halves of a code in large letters on a text screen."""
    rows = [row.removeprefix("  ") for row in text.splitlines()]
    blocks = [list(some) for is_block, some in groupby(rows, key=is_of_blocks) if is_block]
    assert len(blocks) == 2, text
    return "".join(read_half(tuple(block)) for block in blocks)


def is_of_blocks(row: str) -> bool:
    return bool(row) and set(row) <= set(" \u2588\u2580\u2584")


def read_half(block: tuple[str, ...]) -> str:
    """Three letters, found by their widths and then by their looks."""
    seen = widths(block)
    near = [[letter for letter in LETTERS if abs(widths(large(letter))[0] - width) <= 1] for width in seen]
    [half] = [half for half in map("".join, product(*near)) if large(half) == block]
    return half


def widths(block: tuple[str, ...]) -> list[int]:
    """How wide each letter is; between two there is a gap of some columns."""
    inked = [any(row[at : at + 1].strip() for row in block) for at in range(max(map(len, block)))]
    runs = [(is_inked, len(list(some))) for is_inked, some in groupby(inked)]
    return [length for is_inked, length in runs if is_inked]


if __name__ == "__main__":
    sys.stdout.write(f"{read_code(Path(sys.argv[1]).read_text(encoding='utf-8'))}\n")
