"""The coordinator at the staff's page of a box with the queue: coordinator.py AUTHORITY aan|koppelen [CODE DEVICE]

Signs in twice, as a person does, and says what the page then shows: the fingerprint to compare, or how it went.
"""

import re
import ssl
import sys
from html import unescape
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPSHandler, build_opener

PAGE = "https://127.0.0.1:8443"
LIMIT_S = 100
SHOWN = {"aan": r'id="fingerprint">([^<]+)<', "koppelen": r'class="note"[^>]*>([^<]+)<'}


class Coordinator:
    """A browser with the page of staff, which takes only what the organisation vouches for."""

    def __init__(self, authority: str) -> None:
        tls = HTTPSHandler(context=ssl.create_default_context(cafile=authority))
        self._browser = build_opener(tls, HTTPCookieProcessor(CookieJar()))

    def sign_in(self) -> None:
        self.send("/aanmelden", "/aanmelden", password="wachtwoord van balie")
        self.send("/cijfers/aanmelden", "/cijfers/aanmelden", password="wachtwoord van chef")

    def send(self, at: str, to: str, **fields: str) -> str:
        """Fill in the form on one page, and say what the next one is."""
        token = re.search(r'name="_csrf_token" value="([^"]+)"', self._open(at))
        assert token, f"{at} has no form"
        return self._open(to, urlencode({"_csrf_token": unescape(token[1]), **fields}).encode())

    def _open(self, path: str, form: bytes | None = None) -> str:
        with self._browser.open(PAGE + path, form, LIMIT_S) as answer:
            return answer.read().decode()


def main(authority: str, what: str, code: str = "", device: str = "") -> None:
    coordinator = Coordinator(authority)
    coordinator.sign_in()
    page = coordinator.send("/apparaten", f"/apparaten/{what}", code=code, device=device)
    shown = re.search(SHOWN[what], page)
    assert shown, page
    sys.stdout.write(f"{unescape(shown[1]).strip()}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
