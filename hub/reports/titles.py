"""The tables of a report, in the order of the national registration: what each is called and what it counts."""

from collections.abc import Mapping
from dataclasses import dataclass

from hub.reports import names
from hub.reports.counting import name_of
from runtime.settings.model import Settings
from runtime.texts import mark


@dataclass(frozen=True)
class Title:
    """A table that counts one field of the records; `names` are its values, in Dutch."""

    table: str
    title: str
    heading: str
    names: Mapping[str | None, str]
    is_of_registered: bool = False
    """Whether only questions of which the outcome is known stand in it."""

    is_of_filled_in: bool = False
    """Whether only questions stand in it that have something in this field."""

    def name(self, value: str | None) -> str:
        """What a value is called."""
        return name_of(self.names, value)

    @property
    def columns(self) -> tuple[str, ...]:
        """The headings."""
        return mark("Periode"), self.heading, mark("Aantal")


def titles(settings: Settings) -> tuple[Title, ...]:
    """One for each field of the records that says something."""
    organisations, partners = names.organisations(settings), names.partners(settings)
    return (
        Title("kind", mark("Soort vraag"), mark("Soort"), names.KINDS),
        Title("topic", mark("Onderwerpen"), mark("Onderwerp"), names.topics(settings)),
        Title("organisation", mark("Organisaties"), mark("Organisatie"), organisations, is_of_registered=True),
        Title("outcome", mark("Uitkomsten"), mark("Uitkomst"), names.OUTCOMES),
        Title(
            "referred_to", mark("Doorverwezen naar"), mark("Partner"), partners,
            is_of_registered=True, is_of_filled_in=True,
        ),
        Title(
            "course", mark("Cursussen"), mark("Cursus"), names.COURSES, is_of_registered=True, is_of_filled_in=True
        ),
        Title("need", mark("Wat nodig was"), mark("Behoefte"), names.NEEDS, is_of_registered=True),
        Title("channel", mark("Hoe het ging"), mark("Kanaal"), names.CHANNELS),
        Title("part_of_day", mark("Delen van de dag"), mark("Deel"), names.PARTS),
    )  # fmt: skip
