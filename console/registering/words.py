"""What can be tapped, in words for staff."""

from typing import Final

from runtime.texts import mark
from wire.commands import Channel, Course, Need, Outcome

OUTCOMES: Final[dict[Outcome, str]] = {
    "helped": mark("Geholpen"),
    "referred": mark("Warm doorverwezen"),
    "course": mark("Cursus of oefenen"),
    "comes-back": mark("Komt terug"),
}
NEEDS: Final[dict[Need, str]] = {
    "do-together": mark("Samen doen"),
    "is-it-real": mark("Is het echt?"),
    "look-along": mark("Meekijken"),
    "explain-letter": mark("Brief uitleggen"),
    "find-way": mark("Wegwijs maken"),
    "encourage": mark("Steun en moed"),
}
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
