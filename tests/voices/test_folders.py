from pathlib import Path

from voices.folders import folders


def test_the_users_own_folder_goes_before_those_of_the_machine() -> None:
    found = folders({"XDG_DATA_HOME": "/own", "XDG_DATA_DIRS": "/one:/two"})
    assert found == tuple(Path(place) / "aan-de-beurt/voices" for place in ("/own", "/one", "/two"))


def test_without_a_word_about_it_the_usual_folders_are_meant() -> None:
    assert folders({}) == (
        Path.home() / ".local/share/aan-de-beurt/voices",
        Path("/usr/local/share/aan-de-beurt/voices"),
        Path("/usr/share/aan-de-beurt/voices"),
    )
