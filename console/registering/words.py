"""What can be tapped, in words for staff."""

from typing import Final

from runtime.texts import mark
from wire.commands import Channel, Course

COURSES: Final[dict[Course, str]] = {
    "digital": mark("Computer en internet"),
    "language": mark("Taal"),
    "maths": mark("Rekenen"),
    "other": mark("Anders"),
}
CHANNELS: Final[dict[Channel, str]] = {
    "desk": mark("Aan de balie"),
    "phone": mark("Telefoon"),
    "outreach": mark("Buiten de bibliotheek"),
}
