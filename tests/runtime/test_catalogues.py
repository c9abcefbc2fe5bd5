import re
import string
from gettext import c2py
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from runtime.catalogues import ALWAYS, ROOMS, WIDTH, read, template, update
from runtime.languages import LANGUAGES, OURS
from runtime.texts import TRANSLATIONS, UNREAD, is_checked

ORDER = ("one", "two", "few", "many", "other")
IN_DUTCH = "In Dutch until somebody translates it."
SPOKEN = [(domain, language) for domain in sorted(ROOMS) for language in ALWAYS[domain]]
CATALOGUES = sorted(TRANSLATIONS.glob("*/LC_MESSAGES/*.po"))


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def forms(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or [""])


def named(po: Path) -> str:
    return f"{po.parent.parent.name}-{po.stem}"


@pytest.mark.parametrize("domain", sorted(ROOMS))
def test_the_sources_hold_texts_for_people(domain: str) -> None:
    assert len(messages(template(domain))) > 10


@pytest.mark.parametrize("po", CATALOGUES, ids=named)
def test_a_catalogue_is_of_a_language_and_a_domain_that_exist(po: Path) -> None:
    assert po.parent.parent.name in LANGUAGES
    assert po.stem in ROOMS


@pytest.mark.parametrize("po", CATALOGUES, ids=named)
def test_a_catalogue_has_exactly_the_texts_of_the_sources(po: Path) -> None:
    kept = {message.id for message in messages(read(po))}
    wanted = {message.id for message in messages(template(po.stem))}
    assert (kept - wanted, wanted - kept) == (set(), set())


@pytest.mark.parametrize("po", CATALOGUES, ids=named)
def test_no_translation_is_doubtful(po: Path) -> None:
    assert [message.id for message in read(po) if message.fuzzy] == []


@pytest.mark.parametrize("po", CATALOGUES, ids=named)
def test_a_translation_keeps_the_placeholders_of_the_dutch_text(po: Path) -> None:
    changed = [
        message.id
        for message in messages(read(po))
        for form in forms(message.string)
        if form and not message.pluralizable and placeholders(form) != placeholders(forms(message.id)[-1])
    ]
    assert changed == []


@pytest.mark.parametrize("po", CATALOGUES, ids=named)
def test_a_form_for_many_numbers_says_which(po: Path) -> None:
    """One that is for a single number may write it out; "two people" needs no figure."""
    catalogue = read(po)
    form_of = c2py(re.split(r"plural=|;", catalogue.plural_forms)[2])
    often = {form_of(n) for n in range(100, 200)}
    for message in messages(catalogue):
        if message.pluralizable:
            said, wanted = forms(message.string), placeholders(forms(message.id)[-1])
            assert all(placeholders(form) <= wanted for form in said)
            assert {at for at, form in enumerate(said) if placeholders(form) == wanted} >= often


@pytest.mark.parametrize(("domain", "language"), SPOKEN)
def test_every_language_is_complete_or_is_in_dutch_on_purpose(domain: str, language: str) -> None:
    catalogue = read(TRANSLATIONS / language / "LC_MESSAGES" / f"{domain}.po")
    missing = [message for message in messages(catalogue) if not all(forms(message.string))]
    assert [message.id for message in missing if IN_DUTCH not in message.user_comments] == []
    assert not (missing and language in OURS)


@pytest.mark.parametrize("language", ALWAYS["visitor"])
def test_no_sentence_for_visitors_is_longer_than_ten_words(language: str) -> None:
    said = [
        form
        for message in messages(read(TRANSLATIONS / language / "LC_MESSAGES" / "visitor.po"))
        for form in forms(message.string)
    ]
    sentences = [sentence for text in said for sentence in re.split(r"[.?!…።؟:፦]+(?:\s|$)", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 10] == []


def test_visitors_are_spoken_to_in_all_ten_languages() -> None:
    assert len({"nl", *ALWAYS["visitor"]}) == 10


@pytest.mark.parametrize("po", CATALOGUES, ids=named)
def test_a_plural_has_as_many_forms_as_its_catalogue_says(po: Path) -> None:
    catalogue = read(po)
    counts = {len(forms(message.string)) for message in messages(catalogue) if message.pluralizable}
    assert counts <= {catalogue.num_plurals}


@pytest.mark.parametrize("po", CATALOGUES, ids=named)
def test_each_form_of_a_plural_is_for_one_category_of_cldr_in_its_order(po: Path) -> None:
    """CLDR's own order; French has one for millions, which nobody has before them."""
    form_of = c2py(re.split(r"plural=|;", read(po).plural_forms)[2])
    category_of = Locale.parse(po.parent.parent.name).plural_form
    pairs = {(form_of(n), category_of(n)) for n in range(1, 2000)}
    used = [category for category in ORDER if category in {category for _, category in pairs}]
    first = 1 if category_of(0) == "zero" else 0
    assert pairs == {(first + at, category) for at, category in enumerate(used)}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    for rooms in ROOMS.values():
        for room in rooms:
            (tmp_path / room).mkdir(parents=True, exist_ok=True)
    (tmp_path / "kiosk" / "flow.py").write_text('texts.text("Terug")\ntexts.plural("{n} mens", "{n} mensen", n)\n')
    (tmp_path / "wire" / "refusals.py").write_text('CODES = {"a": mark("Er wacht niemand.")}\n')
    (tmp_path / "console" / "page.html").write_text("<p>{{ text('Volgende') }} {{ other('Niet') }}</p>")
    return tmp_path


def test_texts_are_found_in_python_and_in_pages_each_in_its_own_domain(sources: Path) -> None:
    assert {message.id for message in messages(template("visitor", sources))} == {"Terug", ("{n} mens", "{n} mensen")}
    assert {message.id for message in messages(template("staff", sources))} == {"Er wacht niemand.", "Volgende"}


def test_the_texts_of_a_folder_of_its_own_do_not_go_with_the_one_above(sources: Path) -> None:
    (sources / "kiosk" / "service" / "views.py").write_text('around.text("Nieuwe rol")\n')
    assert "Nieuwe rol" in {message.id for message in messages(template("staff", sources))}
    assert "Nieuwe rol" not in {message.id for message in messages(template("visitor", sources))}


def test_a_text_inside_a_formatted_text_is_found_too(sources: Path) -> None:
    (sources / "kiosk" / "flow.py").write_text("""label = f"{text('Terug')} {texts.text(name)} {self.text()}"\n""")
    assert {message.id for message in messages(template("visitor", sources))} == {"Terug"}


def test_an_update_adds_what_is_new_keeps_what_stays_and_drops_what_is_gone(sources: Path) -> None:
    folder = sources / "translations"
    visitor = next(po for po in update(folder, sources) if po.stem == "visitor")
    visitor.write_text(visitor.read_text().replace('msgid "Terug"\nmsgstr ""', 'msgid "Terug"\nmsgstr "Back"'))
    (sources / "kiosk" / "flow.py").write_text('texts.text("Terug")\ntexts.text("Terugkomen")\n')
    update(folder, sources)
    assert {message.id: message.string for message in messages(read(visitor))} == {"Terug": "Back", "Terugkomen": ""}


def test_an_update_without_news_changes_nothing(sources: Path) -> None:
    folder = sources / "translations"
    before = {po: po.read_bytes() for po in update(folder, sources)}
    assert {po: po.read_bytes() for po in update(folder, sources)} == before


def test_a_catalogue_that_a_translators_tool_wrote_again_is_in_the_same_order(tmp_path: Path) -> None:
    (po,) = (po for po in update(tmp_path) if po.parts[-3] == "ar")
    before, written = po.read_bytes(), read(po)
    with po.open("wb") as target:
        write_po(target, written, width=WIDTH, sort_by_file=True, include_lineno=False)
    assert po.read_bytes() == before


def test_an_update_keeps_what_translators_noted(sources: Path) -> None:
    folder = sources / "translations"
    arabic = next(po for po in update(folder, sources) if po.parent.parent.name == "ar")
    text = arabic.read_text().replace(UNREAD, UNREAD.removesuffix("no") + "yes, 2027-03")
    arabic.write_text(text.replace('msgid "Terug"', f'# {IN_DUTCH}\nmsgid "Terug"'))
    (sources / "kiosk" / "flow.py").write_text('texts.text("Terug")\ntexts.text("Terugkomen")\n')
    update(folder, sources)
    assert is_checked("ar", folder)
    assert {message.id: message.user_comments for message in messages(read(arabic))} == {
        "Terug": [IN_DUTCH],
        "Terugkomen": [],
    }


def test_a_new_catalogue_has_the_plural_forms_of_its_language(sources: Path) -> None:
    folder = sources / "translations"
    counts = {po.parent.parent.name: read(po).num_plurals for po in update(folder, sources) if po.stem == "visitor"}
    assert counts == {"en": 2, "ar": 6, "tr": 2, "pl": 3, "uk": 3, "ti": 2, "pap": 2, "de": 2, "fr": 2}


def test_a_page_that_cannot_be_read_is_not_passed_over(sources: Path) -> None:
    (sources / "console" / "page.html").write_text("{{ text('Volgende' }}")
    with pytest.raises(Exception, match="unexpected"):
        template("staff", sources)
