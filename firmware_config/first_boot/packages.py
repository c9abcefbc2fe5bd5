"""Debian's packages: from the card where they are on it, else from the network."""

from pathlib import Path
from typing import Final

from firmware_config.first_boot.place import Failed, Place, Runner

INDEX: Final = "Packages"
_START_NOTHING: Final = "#!/bin/sh\nexit 101\n"
_QUIET: Final = {"DEBIAN_FRONTEND": "noninteractive", "NEEDRESTART_SUSPEND": "1"}
_INSTALL: Final = ("--yes", "--no-install-recommends", "-o", "Dpkg::Options::=--force-confold")


def install(place: Place, runner: Runner) -> None:
    """Install what the list on the card asks for, as far as the box lacks it.

    Raises:
        Failed: something is missing on the card, or the network does not give it.
    """
    # What starts by itself would run with Debian's settings, not with ours: a guard of USB ports among them.
    forbid = place.root / "usr/sbin/policy-rc.d"
    forbid.parent.mkdir(parents=True, exist_ok=True)
    forbid.write_text(_START_NOTHING, encoding="ascii")
    forbid.chmod(0o755)
    try:
        _install(place, runner)
    finally:
        forbid.unlink()


def _install(place: Place, runner: Runner) -> None:
    # A power cut in the middle leaves packages half configured.
    runner.run("dpkg", "--configure", "-a", environment=_QUIET)
    wanted = _wanted(place.card / "packages.txt")
    options = _from_card(place) if (place.card / "debs" / INDEX).exists() else ()
    try:
        runner.run("apt-get", *options, "update", environment=_QUIET)
        runner.run("apt-get", *options, "install", *_INSTALL, *wanted, environment=_QUIET)
    except Failed as fault:
        hint = (
            "De kaart is niet heel: maak haar opnieuw." if options else "Zit de netwerkkabel erin, en is er internet?"
        )
        raise Failed(f"{hint} ({fault})") from fault


def _wanted(file: Path) -> list[str]:
    rows = (row.partition("#")[0].strip() for row in file.read_text(encoding="utf-8").splitlines())
    return [row for row in rows if row]


def _from_card(place: Place) -> tuple[str, ...]:
    """Apt's options that make it see the card and nothing else, and leave its own lists alone."""
    lists = place.state / "lists"
    (lists / "partial").mkdir(parents=True, exist_ok=True)
    source = place.state / "card.list"
    # apt checks each package against the hash in the index; the card is as trusted as what runs from it now.
    source.write_text(f"deb [trusted=yes] file:{place.card / 'debs'} ./\n", encoding="utf-8")
    settings = (f"Dir::Etc::SourceList={source}", "Dir::Etc::SourceParts=-", f"Dir::State::Lists={lists}")
    quiet = ("Acquire::Languages=none", "APT::Sandbox::User=root", "APT::Get::List-Cleanup=0")
    return tuple(part for each in (*settings, *quiet) for part in ("-o", each))
