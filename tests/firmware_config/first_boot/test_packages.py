from collections.abc import Mapping

import pytest
from bare_box import NotedRuns

from firmware_config.first_boot import packages
from firmware_config.first_boot.place import Failed, Place


def test_a_card_with_packages_is_all_that_apt_sees(place: Place, runs: NotedRuns) -> None:
    packages.install(place, runs)
    source = place.state / "card.list"
    assert source.read_text() == f"deb [trusted=yes] file:{place.card / 'debs'} ./\n"
    for command in runs.noted[1:]:
        assert f"Dir::Etc::SourceList={source}" in command
        assert "Dir::Etc::SourceParts=-" in command
    assert runs.noted[-1][-2:] == ("mosquitto", "cage")


def test_a_card_without_them_uses_the_boxs_own_sources(place: Place, runs: NotedRuns) -> None:
    (place.card / "debs/Packages").unlink()
    packages.install(place, runs)
    assert runs.noted[1] == ("apt-get", "update")


@pytest.mark.parametrize(("has_debs", "hint"), [(True, "maak haar opnieuw"), (False, "netwerkkabel")])
def test_what_fails_is_said_with_what_to_do(place: Place, runs: NotedRuns, hint: str, *, has_debs: bool) -> None:
    if not has_debs:
        (place.card / "debs/Packages").unlink()
    runs.failing.add("install")
    with pytest.raises(Failed, match=hint):
        packages.install(place, runs)


def test_nothing_of_debians_starts_before_it_has_our_settings(place: Place) -> None:
    seen: list[str] = []

    class Looking(NotedRuns):
        """Looks whether services may start while packages are installed."""

        def run(self, *command: str, environment: Mapping[str, str] | None = None) -> str:
            seen.append((place.root / "usr/sbin/policy-rc.d").read_text())
            return super().run(*command, environment=environment)

    packages.install(place, Looking())
    assert set(seen) == {"#!/bin/sh\nexit 101\n"}
    assert not (place.root / "usr/sbin/policy-rc.d").exists()


def test_packages_that_a_power_cut_left_half_way_are_finished_first(place: Place, runs: NotedRuns) -> None:
    packages.install(place, runs)
    assert runs.noted[0] == ("dpkg", "--configure", "-a")
