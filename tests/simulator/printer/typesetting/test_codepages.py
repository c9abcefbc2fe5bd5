from __future__ import annotations

import pytest

from simulator.printer.typesetting.codepages import CODE_PAGES, COUNTRIES, Decoder


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (2, "vóór één €"[:8]), (16, "Größe, l\u2019été €"), (18, "Żółć"), (13, "İşğ"), (19, "Café €"), (45, "ŁódźŚ"),
        (46, "Ґанок її"), (48, "Çığ €"), (17, "Привет"), (3, "São"),
    ],
)  # fmt: skip
def test_a_page_has_the_letters_of_its_languages(number: int, text: str) -> None:
    decoder = Decoder()
    decoder.choose_page(number)

    assert decoder.decode(text.encode(CODE_PAGES[number])) == text


def test_an_unknown_page_leaves_the_one_that_was_set() -> None:
    decoder = Decoder()
    decoder.choose_page(16)
    decoder.choose_page(222)

    assert decoder.decode(b"\x80") == "€"


def test_a_national_set_replaces_twelve_signs() -> None:
    decoder = Decoder()
    decoder.choose_country(2)

    assert decoder.decode(b"[\\]{|}~A") == "ÄÖÜäöüßA"
    assert all(len(country) == 12 for country in COUNTRIES)


def test_a_byte_without_a_letter_is_a_blank() -> None:
    decoder = Decoder()
    decoder.choose_page(16)

    assert decoder.decode(b"\x81\x7f") == "  "


def test_a_two_byte_printer_reads_accents_as_chinese_until_it_is_told_not_to() -> None:
    decoder = Decoder(starts_in_two_bytes=True)
    assert decoder.decode("Größe".encode("cp1252"))[:2] == "Gr"
    assert len(decoder.decode("öß".encode("cp1252"))) == 1

    decoder.set_two_byte(is_on=False)
    decoder.choose_page(16)

    assert decoder.decode("Größe".encode("cp1252")) == "Größe"


def test_half_a_pair_waits_for_its_other_half() -> None:
    decoder = Decoder(starts_in_two_bytes=True)
    pair = "中".encode("gb18030")

    assert decoder.decode(pair[:1]) == ""
    assert decoder.decode(pair[1:] + b"a") == "中a"
