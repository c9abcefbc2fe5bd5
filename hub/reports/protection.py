"""Small numbers in what is published: hidden, and not to be worked out from the others."""

Cell = int | str


def protected(counts: list[int], threshold: int) -> list[Cell]:
    """The counts with those from 1 up to the threshold as "<5"; where only one would be hidden, the next goes too."""
    hidden = {place for place, count in enumerate(counts) if 0 < count < threshold}
    shown = [place for place, count in enumerate(counts) if count >= threshold]
    if len(hidden) == 1 and shown:
        hidden.add(min(shown, key=lambda place: counts[place]))
    return [_hide(count, threshold) if place in hidden else count for place, count in enumerate(counts)]


def _hide(count: int, threshold: int) -> str:
    return f"<{threshold}" if count < threshold else "…"
