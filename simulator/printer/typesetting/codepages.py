"""Which letters the bytes from 0x80 on are: Epson's numbers for code pages, and the national sets of ESC R."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CODE_PAGES: dict[int, str] = {
    0: "cp437", 1: "shift_jis", 2: "cp850", 3: "cp860", 4: "cp863", 5: "cp865", 13: "cp857", 14: "cp737",
    15: "iso8859_7", 16: "cp1252", 17: "cp866", 18: "cp852", 19: "cp858", 32: "cp720", 33: "cp775", 34: "cp855",
    35: "cp861", 36: "cp862", 37: "cp864", 38: "cp869", 39: "iso8859_2", 40: "iso8859_15", 44: "cp1125",
    45: "cp1250", 46: "cp1251", 47: "cp1253", 48: "cp1254", 49: "cp1255", 50: "cp1256", 51: "cp1257", 52: "cp1258",
    53: "kz1048",
}  # fmt: skip
TWO_BYTE_CODEC = "gb18030"
TWO_BYTE_LEAD = 0x81

_REPLACED = "#$@[\\]^`{|}~"
_NATIONAL = (
    _REPLACED, "#$à°ç§^`éùè¨", "#$§ÄÖÜ^`äöüß", "£$@[\\]^`{|}~", "#$@ÆØÅ^`æøå~", "#¤ÉÄÖÅÜéäöåü", "#$@°\\é^ùàòèì",
    "₧$@¡Ñ¿^`¨ñ}~", "#$@[¥]^`{|}~", "#¤ÉÆØÅÜéæøåü", "#$ÉÆØÅÜéæøåü", "#$á¡Ñ¿é`íñóú", "#$á¡Ñ¿éüíñóú",
)  # fmt: skip
COUNTRIES: tuple[dict[int, int], ...] = tuple(str.maketrans(_REPLACED, letters) for letters in _NATIONAL)


class Decoder:
    """Turns bytes into letters by the code page, the country and the two-byte mode that are set."""

    def __init__(self, *, starts_in_two_bytes: bool = False, pages: Mapping[int, str] = CODE_PAGES) -> None:
        self._pages = pages
        self.starts_in_two_bytes = starts_in_two_bytes
        self.reset()

    def reset(self) -> None:
        """Go back to how the printer starts."""
        self._codec = self._pages.get(0, CODE_PAGES[0])
        self._country = COUNTRIES[0]
        self._lead = b""
        self.is_two_byte = self.starts_in_two_bytes

    def choose_page(self, number: int) -> None:
        """Take a code page; a number that is unknown changes nothing."""
        self._codec = self._pages.get(number, self._codec)

    def choose_country(self, number: int) -> None:
        """Take a national set; a number that is unknown changes nothing."""
        if number < len(COUNTRIES):
            self._country = COUNTRIES[number]

    def set_two_byte(self, *, is_on: bool) -> None:
        """Begin or end to read pairs of bytes as Chinese."""
        self.is_two_byte = is_on
        self._lead = b""

    def decode(self, data: bytes) -> str:
        """The letters of these bytes; half a pair waits for the rest."""
        if self.is_two_byte:
            return self._decode_pairs(data)
        return "".join(self._letter(byte) for byte in data)

    def _letter(self, byte: int) -> str:
        letter = bytes((byte,)).decode(self._codec, errors="replace")
        return letter.translate(self._country) if letter.isprintable() and letter != "\ufffd" else " "

    def _decode_pairs(self, data: bytes) -> str:
        letters = []
        for byte in data:
            if self._lead:
                letters.append(self._pair(self._lead + bytes((byte,))))
                self._lead = b""
            elif byte >= TWO_BYTE_LEAD:
                self._lead = bytes((byte,))
            else:
                letters.append(self._letter(byte))
        return "".join(letters)

    @staticmethod
    def _pair(pair: bytes) -> str:
        letters = pair.decode(TWO_BYTE_CODEC, errors="replace")
        return letters if len(letters) == 1 and letters.isprintable() else "\u25a1"
