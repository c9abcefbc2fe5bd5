"""The word that is left for the doctor."""

import json
from pathlib import Path

from runtime.files import FOR_ALL, put

Facts = dict[str, str | None]


def tell(file: Path, facts: Facts, mode: int = FOR_ALL) -> None:
    """Leave word of how something went."""
    put(file, f"{json.dumps(facts, ensure_ascii=False)}\n".encode(), mode)
