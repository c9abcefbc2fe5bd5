"""A branch file as read, before defaults that depend on other keys are filled in."""

from collections.abc import Iterator
from dataclasses import dataclass

from runtime.settings.branch import Topic
from runtime.settings.devices import Display, Kiosk
from runtime.settings.faults import At, Report
from runtime.settings.model import Settings

FIRST_LINE = "ido"


@dataclass(frozen=True)
class Draft:
    """The settings so far, the keys that the file gives, and where to report what does not fit."""

    settings: Settings
    given: set[At]
    report: Report

    def topics(self) -> Iterator[tuple[At, Topic]]:
        """The topics of both levels, with where they stand."""
        for index, topic in enumerate(self.settings.topics):
            yield ("topics", index), topic
            for inner, below in enumerate(topic.topics):
                yield ("topics", index, "topics", inner), below

    def line_ids(self) -> frozenset[str]:
        """The lines that others may name."""
        return frozenset(line.id for line in self.settings.lines) or frozenset({FIRST_LINE})

    def devices(self) -> Iterator[tuple[At, str]]:
        """The names of all devices, those of left-out defaults too, with where they stand."""
        settings = self.settings
        kiosks = settings.kiosks if ("kiosks",) in self.given else (Kiosk(),)
        displays = settings.displays if ("displays",) in self.given else (Display(),)
        yield ("hub", "device"), settings.hub.device
        for index, kiosk in enumerate(kiosks):
            yield ("kiosks", index, "device"), kiosk.device
        for index, display in enumerate(displays):
            yield ("displays", index, "device"), display.device
        yield ("console", "device"), settings.console.device
