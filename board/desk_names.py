"""What a desk is called in a language."""

import re
from collections.abc import Mapping
from typing import Final

from runtime.texts import Texts, mark

DESK: Final = mark("Balie {desk}.")
PLAIN_DESK: Final = re.compile(r"Balie (\w{1,3})")


def desk_name(name: str, own: Mapping[str, str], language: str, first: str) -> str:
    """The desk's own name in the language, else the first language's `name`; a plain number needs no translator."""
    plain = PLAIN_DESK.fullmatch(name)
    if language in own or language == first or plain is None:
        return own.get(language) or name
    return Texts(language, "visitor").text(DESK).format(desk=plain[1]).removesuffix(".")
