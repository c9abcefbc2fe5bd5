from io import BytesIO
from zipfile import ZipFile

from console.figures.export import as_csv, as_workbook
from wire.answers import Table

TABLES = (
    Table(id="topic", title="Onderwerpen", columns=("Periode", "Onderwerp", "Aantal"), rows=(("2026-11", "=1+1", 3),)),
    Table(id="need", title="Wat nodig was", columns=("Periode", "Behoefte", "Aantal"), rows=(), note="Afgerond."),
)


def test_a_csv_file_holds_every_table_and_no_formula() -> None:
    lines = as_csv(TABLES, str.upper).decode("utf-8-sig").splitlines()
    assert lines[:3] == ["ONDERWERPEN", "PERIODE;ONDERWERP;AANTAL", "2026-11;'=1+1;3"]
    assert "Afgerond." in lines


def test_a_workbook_has_a_sheet_for_each_table_and_no_formula() -> None:
    with ZipFile(BytesIO(as_workbook(TABLES, str))) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        texts = book.read("xl/sharedStrings.xml").decode()
        assert len(sheets) == 2
        assert all(b"<f>" not in book.read(sheet) for sheet in sheets)
        assert b'name="Wat nodig was"' in book.read("xl/workbook.xml")
    assert "=1+1" in texts
