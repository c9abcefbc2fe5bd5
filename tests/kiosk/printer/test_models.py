import pytest

from kiosk.printer.models import CODECS, EXTRAS, model_of
from runtime.settings.model import Printer


def test_each_model_has_its_own_numbers_for_code_pages() -> None:
    numbers = {name: model_of(Printer(profile=name)).pages.get("cp1251") for name in ("TM-T20II", "TSP600", "POS-5890")}
    assert numbers == {"TM-T20II": 46, "TSP600": 34, "POS-5890": 73}


@pytest.mark.parametrize("name", EXTRAS)
def test_every_model_of_the_table_is_in_the_database(name: str) -> None:
    model = model_of(Printer(profile=name, width_dots=384))
    assert model.is_known
    assert model.name == name
    assert set(model.pages) <= set(CODECS)
    assert 30 <= model.columns <= 32


@pytest.mark.parametrize("profile", ["default", "TM-U220", "no such printer"])
def test_an_unknown_printer_is_trusted_with_ascii_and_pictures_only(profile: str) -> None:
    model = model_of(Printer(profile=profile))
    assert not model.pages
    assert (model.has_qr, model.has_process_id, model.is_known) == (False, False, False)
    assert model.columns == 48


def test_what_the_manuals_tell_of_sensors_and_confirmation_is_in_the_table() -> None:
    assert model_of(Printer(profile="TM-T88V")).has_process_id
    assert not model_of(Printer(profile="TM-T88III")).has_process_id
    assert not model_of(Printer(profile="TM-T20II")).has_near_end
    assert not model_of(Printer(profile="POS-5890")).has_cutter


def test_a_line_holds_no_more_letters_than_the_model_prints() -> None:
    assert model_of(Printer(profile="P822D")).columns == 42
    assert model_of(Printer(profile="TM-T88V", width_dots=512)).columns == 42
    assert model_of(Printer(profile="TM-T20II")).columns == 48
