from console.deeds import Deed, Deeds


def test_the_last_deed_is_told_once_the_floor_shows_it() -> None:
    deeds = Deeds()
    deeds.did("1", Deed("27 geroepen", 5, "calling"))
    assert deeds.text("1", "calling", 4) is None
    assert deeds.text("1", "calling", 5) == "27 geroepen"


def test_a_deed_is_not_told_when_the_desk_moved_on_elsewhere() -> None:
    deeds = Deeds()
    deeds.did("1", Deed("27 geroepen", 5, "calling"))
    assert deeds.text("1", "visit", 6) is None
    assert deeds.text("2", "calling", 6) is None


def test_a_deed_that_was_undone_is_forgotten() -> None:
    deeds = Deeds()
    deeds.did("1", Deed("27 geroepen", 5, "calling"))
    deeds.undid("1")
    assert deeds.text("1", "calling", 6) is None


def test_the_number_of_a_deed_is_known_before_the_floor_tells() -> None:
    deeds = Deeds()
    deeds.did("1", Deed("27 geroepen", 5, "calling", "27"))
    assert deeds.number("1", 4) == "27"
    assert deeds.number("1", 5) is None
