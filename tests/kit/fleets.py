"""Branches of an organisation for tests: out of reach, critical, soon, well, and hostile."""

from msgspec.structs import replace

from doctor.fleet.branches import Branch, Fleet, Trouble, unreachable

AT = "2026-03-10T08:00:00.000Z"
HOSTILE = '<img src=x onerror="alert(1)"></title><script>alert(2)</script>{{ 7 * 7 }}'
DEVICES = ("hub-1", "kiosk-1", "display-1", "console-1")

NO_PAPER = Trouble(
    level="critical",
    name="printer (kiosk-1)",
    what="The paper is out. Numbers are shown, none is printed.",
    advice="Put in a new roll, the coated side up, and close the cover.",
)
CARD = Trouble(
    level="warning",
    name="card",
    what="3 hitches of the card or disk since the start; the last: mmcblk0: error -110 transferring data",
    advice="See that the card sits well and the power supply is the official one. Have a spare card ready.",
)
CLOCK = Trouble(
    level="warning",
    name="clock",
    what="No time server was reached, and there is no clock with a battery.",
    advice="Give it a time server it can reach ([network] time_server, UDP port 123), or a clock with a battery.",
)


def branch(name: str, *troubles: Trouble) -> Branch:
    """One that was reached just now."""
    state = troubles[0].level if troubles else "good"
    looked = "2026-03-10T07:57:00.000Z"
    return Branch(
        name=name, state=state, troubles=troubles, devices=DEVICES, versions=("0.1.0",), looked_at=looked, reached_at=AT
    )


def fleet(*branches: Branch) -> Fleet:
    return Fleet(at=AT, title="Bibliotheken in de regio", branches=branches)


def a_morning() -> Fleet:
    """Twenty branches, of which some want somebody."""
    away = unreachable("Goor", "no connection to the broker at 192.0.2.14:8883: timed out.")
    well = ("Hengelo", "Enschede", "Almelo", "Oldenzaal", "Losser", "Wierden", "Rijssen", "Holten", "Nijverdal")
    more = ("Ootmarsum", "Denekamp", "Tubbergen", "Vriezenveen", "Haaksbergen", "Neede", "Eibergen")
    return fleet(
        branch(well[0], NO_PAPER, CARD),
        *(branch(name) for name in well[1:]),
        replace(away, reached_at="2026-03-09T16:40:00.000Z"),
        branch("Borne", CLOCK),
        branch("Delden", CARD, CLOCK),
        *(branch(name) for name in more),
    )
