import os
import subprocess
import sys
from pathlib import Path

import pytest

from runtime import texts
from runtime.texts import UNREAD, Texts, compile_all, is_checked, mark

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
POLISH = (
    HEADER
    + '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"\n\n'
    + 'msgid "Terug"\nmsgstr "Wstecz"\n\nmsgid "Klaar"\nmsgstr ""\n\n#, fuzzy\nmsgid "Stop"\nmsgstr "Nie"\n\n'
    + 'msgid "{n} mens"\nmsgid_plural "{n} mensen"\n'
    + 'msgstr[0] "{n} osoba"\nmsgstr[1] "{n} osoby"\nmsgstr[2] "{n} osób"\n'
)


@pytest.fixture
def polish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(texts, "TRANSLATIONS", tmp_path)
    po = tmp_path / "pl" / "LC_MESSAGES" / "visitor.po"
    po.parent.mkdir(parents=True)
    po.write_text(POLISH)
    return po


def test_a_text_is_said_in_the_language_asked_for(polish: Path) -> None:
    assert polish.exists()
    assert Texts("pl", "visitor").text("Terug") == "Wstecz"


def test_a_number_takes_the_form_of_its_language(polish: Path) -> None:
    assert polish.exists()
    said = [Texts("pl", "visitor").plural("{n} mens", "{n} mensen", n).format(n=n) for n in (1, 3, 5, 22)]
    assert said == ["1 osoba", "3 osoby", "5 osób", "22 osoby"]


@pytest.mark.parametrize("dutch", ["Onbekend", "Klaar", "Stop", ""])
def test_what_a_catalogue_lacks_or_doubts_is_said_in_dutch(polish: Path, dutch: str) -> None:
    assert polish.exists()
    assert Texts("pl", "visitor").text(dutch) == dutch


def test_a_language_without_a_catalogue_speaks_dutch() -> None:
    unknown = Texts("nl", "staff")
    assert unknown.text("Volgende") == "Volgende"
    assert [unknown.plural("{n} mens", "{n} mensen", n) for n in (0, 1, 2)] == ["{n} mensen", "{n} mens", "{n} mensen"]


def test_a_compiled_catalogue_is_used_without_its_source(polish: Path) -> None:
    assert compile_all(polish.parents[2]) == [polish.with_suffix(".mo")]
    polish.unlink()
    assert Texts("pl", "visitor").text("Terug") == "Wstecz"


def test_a_catalogue_older_than_its_source_is_passed_by(polish: Path) -> None:
    compile_all(polish.parents[2])
    polish.write_text(POLISH.replace("Wstecz", "Cofnij"))
    os.utime(polish.with_suffix(".mo"), (0, 0))
    assert Texts("pl", "visitor").text("Terug") == "Cofnij"


def test_compiled_catalogues_leave_babel_unloaded(polish: Path) -> None:
    compile_all(polish.parents[2])
    program = (
        "import sys; from pathlib import Path; from runtime import texts; "
        f"texts.TRANSLATIONS = Path({str(polish.parents[2])!r}); "
        "print(texts.Texts('pl', 'visitor').text('Terug'), 'babel' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=100)
    assert told.stdout == "Wstecz False\n"


def test_a_marked_text_stays_as_it_is() -> None:
    assert mark("Er wacht niemand.") == "Er wacht niemand."


def test_a_language_is_checked_once_its_catalogue_says_so(polish: Path) -> None:
    folder = polish.parents[2]
    assert not is_checked("pl", folder)
    polish.write_text(f"# Aan de beurt\n{UNREAD}\n{POLISH}")
    assert not is_checked("pl", folder)
    polish.write_text(f"# Aan de beurt\n{UNREAD.removesuffix('no')}yes\n{POLISH}")
    assert is_checked("pl", folder)


def test_the_projects_own_languages_need_nobody_and_an_unknown_one_is_unchecked(tmp_path: Path) -> None:
    assert (is_checked("nl", tmp_path), is_checked("en", tmp_path), is_checked("xx", tmp_path)) == (True, True, False)
