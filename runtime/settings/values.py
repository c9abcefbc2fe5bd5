"""The kinds of value a branch file may hold, each with the words that say what was expected."""

import re
from datetime import time
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from msgspec import Meta

NAME = re.compile(r"\A[a-z0-9][a-z0-9-]{0,39}\Z")

Language = Literal["nl", "en", "ar", "tr", "pl", "uk", "ti", "pap", "de", "fr"]
Mode = Literal["one-button", "topics", "plaza"]
TicketSlot = Literal["below", "left", "right"]
PrinterKind = Literal["serial", "usb", "network", "none"]
Flow = Literal["rtscts", "xonxoff", "none"]
Baud = Literal[1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200]
WidthDots = Literal[384, 512, 576, 640]
KeypadLayout = Literal["arrows", "storm-audionav"]
NetworkKind = Literal["wired", "wifi", "own-wifi"]

Name = Annotated[
    str,
    Meta(
        pattern=NAME.pattern,
        description="a name: 1 to 40 small letters, digits and hyphens, no hyphen first",
    ),
]
Letter = Annotated[str, Meta(pattern=r"\A[A-Z]\Z", description="one capital letter, A to Z")]
LineLetter = Annotated[str, Meta(pattern=r"\A[A-Z]?\Z", description='one capital letter, A to Z, or "" for none')]
Text = Annotated[str, Meta(pattern=r"\A[^\x00-\x1f\x7f]{1,200}\Z", description="one line of 1 to 200 characters")]
Remark = Annotated[str, Meta(pattern=r"\A[^\x00-\x1f\x7f]{0,200}\Z", description="one line of up to 200 characters")]
Picture = Annotated[
    str,
    Meta(
        pattern=r"\A([a-z0-9][a-z0-9-]{0,39}|[^\x00-\x1f\x7f]{1,200}\.([Pp][Nn][Gg]|[Ss][Vv][Gg]))\Z",
        description="the name of a picture, or a PNG or SVG file",
    ),
]
Percent = Annotated[int, Meta(ge=0, le=100, description="a whole number from 0 to 100")]
Port = Annotated[int, Meta(ge=1, le=65535, description="a port number from 1 to 65535")]
Pin = Annotated[int, Meta(ge=0, le=27, description="a GPIO number from 0 to 27")]
Vlan = Annotated[int, Meta(ge=1, le=4094, description="a VLAN number from 1 to 4094")]
Limit = Annotated[int, Meta(ge=1, le=9999, description="a whole number from 1 to 9999")]
IdleSeconds = Annotated[int, Meta(ge=90, le=3600, description="seconds: at least 90, so that nobody is hurried")]
LastTicketMinutes = Annotated[int, Meta(ge=0, le=720, description="minutes: a whole number from 0 to 720")]
Threshold = Annotated[int, Meta(ge=2, le=1000, description="a whole number of at least 2")]
KeepMonths = Annotated[int, Meta(ge=1, le=120, description="a whole number of months from 1 to 120")]
Length = Annotated[int, Meta(ge=1, le=100_000, description="a whole number of at least 1")]
OrganisationNumber = Annotated[
    str,
    Meta(pattern=r"\A(oin:\d{20}|kvknr:\d{8})\Z", description='"oin:" with 20 digits or "kvknr:" with 8 digits'),
]
WebAddress = Annotated[
    str,
    Meta(pattern=r"\Ahttps?://[^\s/]\S{0,1999}\Z", description="a web address that starts with http:// or https://"),
]
Qr = Annotated[
    str,
    Meta(pattern=r"\A(none|https?://[^\s/]\S{0,299})\Z", description='"none" or a web address of up to 300 characters'),
]
Database = Annotated[
    str,
    Meta(
        pattern=r"\A(sqlite:///\S+|postgresql\+psycopg://\S+)\Z",
        description='"sqlite:///…" or "postgresql+psycopg://…"',
    ),
]
PathText = Annotated[str, Meta(pattern=r"\A[^\x00\n]{1,1000}\Z")]
Listen = Annotated[
    str,
    Meta(
        pattern=r"\A(\[[0-9a-fA-F:.]+\]|[^\s:/\[\]]{1,253}):[0-9]{1,5}\Z",
        description='"host:port", such as "0.0.0.0:8443" or "[::1]:8443"',
    ),
]
FilePath = Annotated[Path, Meta(description="the path of a file")]


class Period(NamedTuple):
    """Part of a day in the branch's own time zone: from `opens` up to `closes`."""

    opens: time
    closes: time


Hours = dict[int, tuple[Period, ...]]
"""Periods by weekday, Monday is 0; a weekday that is not there is closed."""

Names = dict[str, Text]
"""A text by language."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
