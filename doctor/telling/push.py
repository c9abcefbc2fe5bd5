"""Tells ntfy and Uptime Kuma: one request each, out of the box only, so it works from behind any firewall."""

import http.client
import urllib.error
import urllib.request
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from doctor.machine import Machine, Unreadable
from doctor.report import EXIT_CODES, Level, Report
from doctor.telling.monitoring import Ntfy, UptimeKuma

LIMIT_S: Final = 8.0
MOST_TOLD: Final = 8
LONGEST: Final = 1500

_PRIORITY: Final[dict[Level, str]] = {"critical": "4", "warning": "3", "good": "2", "not-here": "2"}
_TAGS: Final[dict[Level, str]] = {
    "critical": "rotating_light",
    "warning": "warning",
    "good": "white_check_mark",
    "not-here": "white_check_mark",
}


class NotTold(Exception):  # noqa: N818 - it says what did not happen
    """Nobody took the message; the text says why."""


def summary(report: Report) -> str:
    """The troubles in a few lines for a telephone; nothing of it is about a person."""
    troubles = report.troubles
    if not troubles:
        return "All is well."
    lines = [f"{finding.name}: {finding.what}" for finding in troubles[:MOST_TOLD]]
    more = len(troubles) - MOST_TOLD
    return "\n".join([*lines, *([f"and {more} more"] if more > 0 else [])])[:LONGEST]


def ntfy_request(asked: Ntfy, report: Report, machine: Machine) -> urllib.request.Request:
    """A message for the topic.

    Raises:
        NotTold: the token's file cannot be read.
    """
    headers = {
        "Title": _header(f"{report.branch_name or report.branch or report.host}: {report.level}"),
        "Priority": _PRIORITY[report.level],
        "Tags": _TAGS[report.level],
    }
    if asked.token_file is not None:
        try:
            token = machine.text(asked.token_file)
        except Unreadable as fault:
            raise NotTold(str(fault)) from fault
        if token is None:
            raise NotTold(f"{asked.token_file} is not there")
        headers["Authorization"] = f"Bearer {token}"
    return urllib.request.Request(asked.url, summary(report).encode(), headers, method="POST")  # noqa: S310 - checked


def kuma_request(asked: UptimeKuma, report: Report) -> urllib.request.Request:
    """The push address with how this box is; a warning is still "up", and told in the message."""
    parts = urlsplit(asked.url)
    is_up = EXIT_CODES[report.level] < EXIT_CODES["critical"]
    told = {"status": "up" if is_up else "down", "msg": summary(report)[:250]}
    query = urlencode([*((key, text) for key, text in parse_qsl(parts.query) if key not in told), *told.items()])
    return urllib.request.Request(urlunsplit(parts._replace(query=query)))  # noqa: S310 - the settings check the scheme


def send(request: urllib.request.Request, limit_s: float = LIMIT_S) -> None:
    """One request; redirects are not followed, as they could lead to a file or another host.

    Raises:
        NotTold: nothing was taken.
    """
    opener = urllib.request.build_opener(_NoRedirects)
    try:
        with opener.open(request, timeout=limit_s) as answer:
            answer.read(1024)
    except (OSError, ValueError, http.client.HTTPException) as fault:
        raise NotTold(f"{urlsplit(request.full_url).hostname}: {fault}") from fault


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Takes a redirect for a refusal."""

    def redirect_request(self, *_about: object, **_more: object) -> None:
        return None


def _header(text: str) -> str:
    # ntfy reads RFC 2047 words, and a header is ASCII otherwise.
    from email.header import Header

    return text if text.isascii() and text.isprintable() else Header(text, "utf-8").encode(maxlinelen=0)
