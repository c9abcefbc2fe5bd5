"""Whether what runs is what was installed."""

from collections.abc import Iterator
from importlib.metadata import version

from doctor.box import Box
from doctor.report import Finding, good, not_here, warning


def look(box: Box) -> Iterator[Finding]:
    """Says of each program of this box which version runs."""
    installed = version("aan-de-beurt")
    yield good(f"{installed} is installed.", version=installed)
    for device in box.devices:
        word = box.words.get(device)
        if word is None:
            yield not_here("It has not said yet which version runs.", device)
        elif word.said.status.version != installed:
            yield warning(
                f"{word.said.status.version} runs, while {installed} is installed.",
                "Restart it: systemctl restart beurt.target.",
                device,
                version=word.said.status.version,
            )
        else:
            yield good(f"{installed} runs.", device, version=installed)
