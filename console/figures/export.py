"""The tables as files for a spreadsheet: CSV by the standard library, a workbook by XlsxWriter."""

import csv
from collections.abc import Callable, Sequence
from io import BytesIO, StringIO
from typing import Final

from wire.answers import Table

Say = Callable[[str], str]
"""A title in the language of the page."""

FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")
SHEET_NAME_MOST: Final = 31


def as_csv(tables: Sequence[Table], say: Say) -> bytes:
    """All tables below each other, one line a count; semicolons and a mark, as spreadsheets in Dutch want it."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for table in tables:
        writer.writerow([say(table.title)])
        writer.writerow([say(column) for column in table.columns])
        writer.writerows([[_plain(cell) for cell in row] for row in table.rows])
        if table.note:
            writer.writerow([table.note])
        writer.writerow([])
    return out.getvalue().encode("utf-8-sig")


def as_workbook(tables: Sequence[Table], say: Say) -> bytes:
    """A sheet for each table."""
    from xlsxwriter import Workbook

    out = BytesIO()
    with Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True})
        for table in tables:
            sheet = book.add_worksheet(say(table.title)[:SHEET_NAME_MOST])
            sheet.write_row(0, 0, [say(column) for column in table.columns], bold)
            for place, row in enumerate(table.rows, 1):
                sheet.write_row(place, 0, row)
            if table.note:
                sheet.write_string(len(table.rows) + 2, 0, table.note)
            sheet.autofit()
    return out.getvalue()


def _plain(cell: str | float | None) -> str | float | None:
    """A text that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_SIGNS) else cell
