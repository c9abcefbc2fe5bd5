from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.ticket.compose import compose_referral
from kiosk.ticket.slip import Gap, Number, Qr, Size, Slip, Words
from runtime.settings.model import Branch, Partner, Settings

if TYPE_CHECKING:
    from conftest import Sample


def words(slip: Slip) -> list[tuple[str, str]]:
    return [(piece.language, piece.text) for piece in slip.pieces if isinstance(piece, Words)]


def test_a_dutch_ticket_says_where_which_number_how_many_and_where_to_wait(sample: Callable[..., Sample]) -> None:
    assert sample().slip.pieces == (
        Words("Bibliotheek Hengelo", size=Size.NAME, is_bold=True),
        Words("Informatiepunt", size=Size.SMALL),
        Gap(),
        Number("27"),
        Gap(),
        Words("Er zijn nog 3 mensen voor u."),
        Words("Ga zitten bij de blauwe stoelen."),
        Words("Bewaar deze bon."),
        Gap(),
        Words("za 21 november 10:41", size=Size.SMALL),
    )


def test_the_visitors_language_comes_first_and_dutch_under_it(sample: Callable[..., Sample]) -> None:
    assert words(sample(language="en").slip)[2:] == [
        ("en", "There are 3 people before you."),
        ("en", "Take a seat by the blue chairs."),
        ("en", "Keep this ticket."),
        ("nl", "Er zijn nog 3 mensen voor u."),
        ("nl", "Ga zitten bij de blauwe stoelen."),
        ("nl", "Bewaar deze bon."),
        ("en", "Sat 21 November 10:41"),
    ]


def test_who_is_next_reads_that_and_one_person_is_not_people(sample: Callable[..., Sample]) -> None:
    assert ("nl", "U bent hierna aan de beurt.") in words(sample(people_before=0).slip)
    assert ("nl", "Er is nog 1 persoon voor u.") in words(sample(people_before=1).slip)
    assert ("en", "There is 1 person before you.") in words(sample(people_before=1, language="en").slip)


def test_a_spare_number_says_nothing_of_people_that_nobody_counted(sample: Callable[..., Sample]) -> None:
    assert words(sample(people_before=-1).slip)[2:] == [
        ("nl", "Ga zitten bij de blauwe stoelen."),
        ("nl", "Bewaar deze bon."),
        ("nl", "za 21 november 10:41"),
    ]


def test_the_topic_is_never_on_paper(sample: Callable[..., Sample]) -> None:
    assert all("geld" not in text and "money" not in text for _, text in words(sample(language="en").slip))


def test_a_branch_without_a_waiting_place_says_that_the_number_is_called(sample: Callable[..., Sample]) -> None:
    assert ("nl", "Wij roepen uw nummer.") in words(sample(place={}).slip)


def test_a_place_that_is_not_told_in_the_visitors_language_is_told_in_dutch_only(
    sample: Callable[..., Sample],
) -> None:
    told = words(sample(language="en", place={"nl": "bij het raam"}).slip)
    assert ("en", "We will call your number.") in told
    assert ("nl", "Ga zitten bij het raam.") in told


def test_a_clock_that_is_not_trusted_puts_no_time_on_paper(sample: Callable[..., Sample]) -> None:
    assert [text for _, text in words(sample(now=None).slip)][-1] == "Bewaar deze bon."


def test_a_line_that_the_branch_file_lacks_is_not_named(sample: Callable[..., Sample]) -> None:
    assert ("nl", "Informatiepunt") not in words(sample(line="gone").slip)


def test_a_web_address_comes_last_where_there_is_one(sample: Callable[..., Sample]) -> None:
    assert sample(qr="https://example.org/ido").slip.pieces[-2:] == (Gap(), Qr("https://example.org/ido"))


def test_a_referral_card_tells_to_whom_where_and_when_and_what_to_bring() -> None:
    settings = Settings(branch=Branch(id="hengelo", name="Bibliotheek Hengelo"))
    bring = {"nl": "uw brief", "en": "your letter"}
    partner = Partner(id="taalhuis", name="Taalhuis", place="Oefenplein, tafel 3", hours="di 13-16 uur", bring=bring)

    assert words(compose_referral(partner, settings, "en")) == [
        ("nl", "Bibliotheek Hengelo"),
        ("en", "You are going to:"),
        ("nl", "U gaat naar:"),
        ("nl", "Taalhuis"),
        ("en", "Where? Waar?"),
        ("nl", "Oefenplein, tafel 3"),
        ("en", "When? Wanneer?"),
        ("nl", "di 13-16 uur"),
        ("en", "Take this card with you."),
        ("en", "Also bring: your letter."),
        ("nl", "Neem deze kaart mee."),
        ("nl", "Neem ook mee: uw brief."),
    ]


def test_what_to_bring_is_told_in_the_languages_in_which_it_is_known() -> None:
    settings = Settings(branch=Branch(id="a", name="A"))
    told = words(compose_referral(Partner(id="x", name="X", bring={"nl": "uw pas"}), settings, "en"))
    assert [text for _, text in told][-3:] == [
        "Take this card with you.",
        "Neem deze kaart mee.",
        "Neem ook mee: uw pas.",
    ]


def test_a_referral_card_in_dutch_says_nothing_twice() -> None:
    card = compose_referral(Partner(id="x", name="Wijkteam"), Settings(branch=Branch(id="a", name="A")))
    assert [text for _, text in words(card)] == ["A", "U gaat naar:", "Wijkteam", "Neem deze kaart mee."]
