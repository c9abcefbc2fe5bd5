"""What a branch is: its lines, topics, desks, hours and manners, as the branch file tells them."""

from datetime import date

from msgspec import Struct

from runtime.settings.values import (
    FilePath,
    Hours,
    KeepMonths,
    Language,
    LastTicketMinutes,
    Limit,
    LineLetter,
    Mode,
    Name,
    Names,
    OrganisationNumber,
    Percent,
    Period,
    Picture,
    Pin,
    Remark,
    Text,
    Threshold,
    TicketSlot,
    WebAddress,
)


class Branch(Struct, frozen=True, kw_only=True):
    """One place with a queue of its own."""

    id: Name
    name: Text
    mode: Mode = "one-button"
    time_zone: Text = "Europe/Amsterdam"
    languages: tuple[Language, ...] = ("nl", "en")
    organisation: OrganisationNumber | None = None
    waiting_place: Names = {}
    ticket_slot: TicketSlot = "below"


class Opening(Struct, frozen=True, kw_only=True):
    """When the doors are open; a branch without it is always open."""

    hours: Hours = {}
    closed_on: frozenset[date] = frozenset()
    last_ticket_minutes: LastTicketMinutes = 0


class Line(Struct, frozen=True, kw_only=True):
    """A queue of its own; without a letter its numbers are plain."""

    id: Name
    letter: LineLetter = ""
    name: Names = {}
    limit: Limit | None = None
    hours: Hours | None = None


class Topic(Struct, frozen=True, kw_only=True):
    """What a visitor comes for, on one of two levels; `line` is filled in on both."""

    id: Name
    line: Name = ""
    picture: Picture = ""
    names: Names = {}
    topics: tuple["Topic", ...] = ()


class Desk(Struct, frozen=True, kw_only=True):
    """Where staff call visitors to, and from which lines."""

    id: Name
    name: Names = {}
    lines: tuple[Name, ...] = ()


class Organisation(Struct, frozen=True, kw_only=True):
    """What a visitor's question was about."""

    id: Name
    name: Text


class Notice(Struct, frozen=True, kw_only=True):
    """What staff can tell with one tap when they close the intake."""

    id: Name
    names: Names


class Partner(Struct, frozen=True, kw_only=True):
    """To whom staff refer a visitor, where and when to find them, and what to bring besides the card."""

    id: Name
    name: Text
    place: Remark = ""
    hours: Remark = ""
    bring: Names = {}


class Calling(Struct, frozen=True, kw_only=True):
    """How visitors are called out loud; in `quiet` periods by chime and screen only."""

    own_language: bool = True
    quiet: tuple[Period, ...] = ()
    volume: Percent = 60
    walk_up: bool = False


class Reports(Struct, frozen=True, kw_only=True):
    """From which count up a number is published, and how long visit records stay."""

    threshold: Threshold = 5
    keep_months: KeepMonths = 13


class Gpio(Struct, frozen=True, kw_only=True):
    """Pins on the kiosk's own header."""

    lamp: Pin | None = None
    buzzer: Pin | None = None
    button: Pin | None = None


class Alerts(Struct, frozen=True, kw_only=True):
    """Whom to tell that somebody waits while no desk is free."""

    webhook: WebAddress | None = None
    ntfy: WebAddress | None = None
    gpio: Gpio | None = None


class Service(Struct, frozen=True, kw_only=True):
    """The kiosk's service menu."""

    pin_file: FilePath | None = None
