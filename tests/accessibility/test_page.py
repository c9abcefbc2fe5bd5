"""The pages that tell what works, what does not, and who has tried it."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "accessibility.md"
FOR_THE_BRANCH = ROOT / "docs" / "toegankelijkheid.md"
TESTS = Path(__file__).parent
ROW = re.compile(r"^\| (\d\d) \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)
NUMBERED = re.compile(r"def test_a11y((?:_\d\d|_and)+)_")
TOO_MUCH = re.compile(r"\b(certified|compliant|complies|conforms|gecertificeerd|voldoet aan)\b", re.IGNORECASE)


def rows() -> dict[str, str]:
    return dict(ROW.findall(PAGE.read_text()))


def test_a11y_50_the_page_answers_each_requirement() -> None:
    assert list(rows()) == [f"{number:02}" for number in range(1, 52)]
    assert [number for number, where in rows().items() if not where.strip()] == []


def test_a11y_50_a_test_that_the_page_names_is_there_and_bears_the_number() -> None:
    named = {(number, file) for number, where in rows().items() for file in re.findall(r"`(test_\w+)`", where)}
    there = {
        (number, file.stem)
        for file in TESTS.glob("test_*.py")
        for numbers in NUMBERED.findall(file.read_text())
        for number in re.findall(r"\d\d", numbers)
    }
    assert len(named) > 30
    assert sorted(named - there) == []


def test_a11y_50_the_pages_say_how_to_switch_it_on_what_is_not_there_and_whom_to_tell() -> None:
    english, dutch = PAGE.read_text(), FOR_THE_BRANCH.read_text()
    assert all(
        f"\n## {head}" in english for head in ("What it does, and how to switch it on", "Known gaps", "The sheet")
    )
    assert all(f"\n## {head}" in dutch for head in ("Wat de zuil kan", "Wat nog niet goed is", "Werkt er iets niet"))
    assert "CONTRIBUTING.md" in english


def test_a11y_50_the_pages_claim_a_design_and_no_more() -> None:
    for page in (PAGE, FOR_THE_BRANCH):
        text = page.read_text()
        assert "EN 301 549" in text
        assert TOO_MUCH.findall(text) == []
