"""The coordinator's reports: tables with bars beside them, and the same as files."""

from typing import Final

from litestar import get
from litestar.response import Redirect, Response, Template
from litestar.status_codes import HTTP_303_SEE_OTHER, HTTP_503_SERVICE_UNAVAILABLE

from console.figures.asking import ask, day_of, new_id, staff
from console.figures.charts import chart_of
from console.figures.coordinator import SIGN_IN
from console.figures.export import as_csv, as_workbook
from console.figures.wanted import AUDIENCES, BY, Wanted, wanted
from console.room import InRoom, Room, StaffRequest
from wire.answers import Answer, Table

REPORT_S: Final = 10.0
"""Protecting small numbers takes its time."""

WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@get("/cijfers")
async def report_page(request: StaffRequest, room: InRoom) -> Template | Redirect:
    """The figures that the address asks for; of this year by month where it asks for nothing."""
    if not staff(request).is_coordinator:
        return Redirect(SIGN_IN, status_code=HTTP_303_SEE_OTHER)
    want = _wanted(request, room)
    tables, fault = await _tables(room, want)
    shown = [(table, chart_of(table)) for table in tables]
    context = {"want": want, "shown": shown, "fault": fault, "by": BY, "audiences": AUDIENCES}
    return Template("figures/reports.html", context=context)


@get("/cijfers/bestand/{kind:str}")
async def report_file(request: StaffRequest, room: InRoom, kind: str) -> Response[bytes] | Redirect:
    """The same figures as a file."""
    if not staff(request).is_coordinator:
        return Redirect(SIGN_IN, status_code=HTTP_303_SEE_OTHER)
    want = _wanted(request, room)
    tables, fault = await _tables(room, want)
    if fault:
        return Response(fault.encode(), media_type="text/plain", status_code=HTTP_503_SERVICE_UNAVAILABLE)
    say = room.names.texts.text
    body, media = (as_workbook(tables, say), WORKBOOK) if kind == "xlsx" else (as_csv(tables, say), "text/csv")
    name = f"{room.settings.branch.id}-{want.first}-{want.last}.{'xlsx' if kind == 'xlsx' else 'csv'}"
    return Response(body, media_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'})


async def _tables(room: Room, want: Wanted) -> tuple[tuple[Table, ...], str]:
    answer = await ask(room, want.command(new_id()), REPORT_S)
    return (answer.tables or (), "") if isinstance(answer, Answer) else ((), answer)


def _wanted(request: StaffRequest, room: Room) -> Wanted:
    return wanted(dict(request.query_params.items()), day_of(room))
