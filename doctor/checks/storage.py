"""Whether the hub can keep what happens."""

from collections.abc import Iterator

from doctor.box import Box
from doctor.report import Finding, critical, good, not_here


def look(box: Box) -> Iterator[Finding]:
    """Says what the hub says of its database, which only the hub opens."""
    if not box.of("hub"):
        yield not_here("This box has no hub.")
    for device in box.of("hub"):
        word = box.words.get(device)
        if word is None:
            yield not_here("The hub has not said yet how its database is.", device)
        else:
            yield judge(device, word.said.status.facts.get("storage"))


def judge(device: str, storage: object) -> Finding:
    """What the hub's own word means."""
    if storage == "ok":
        return good("The hub keeps what happens.", device)
    return critical(
        "The hub cannot write its database: no number can be given by it.",
        "See the disk and the card. Then: systemctl restart beurt-hub. If it stays, restore the last backup.",
        device,
    )
