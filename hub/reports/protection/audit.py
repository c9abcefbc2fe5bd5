"""Whether a hidden count could be another one: looked for in worlds of which all that was published is true."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hub.reports.protection.items import Cell
from hub.reports.protection.world import Part, World

POSSIBLE: Final = 3
"""So many different counts must remain possible, or as many as the sign for a small number allows."""


@dataclass(frozen=True, slots=True)
class Target:
    """A count that must not be worked out: of a sheet, or of what lies between sheets."""

    parts: frozenset[Part]
    cell: Cell
    enough: int


def is_safe(world: World, target: Target) -> bool:
    """Whether enough counts remain possible."""
    return sum(1 for _ in _others(world, target)) + 1 >= target.enough


def between(world: World, place: int, threshold: int) -> Iterator[Target]:
    """Small counts that a sheet would tell by what it counts more than the sheets within it."""
    whole = world.parts(place)
    within = [parts for each in range(len(world.stretches)) if (parts := world.parts(each)) < whole]
    rests = {whole - parts for parts in within} | {whole.difference(*within)}
    for rest in sorted(rests, key=lambda parts: sorted(map(sorted, parts))):
        for cell, most in world.counts(place).items():
            if most and 0 < world.count(rest, cell) < threshold:
                yield Target(rest, cell, enough=2)


def hidden(world: World, place: int, cells: Sequence[Cell], threshold: int) -> Iterator[Target]:
    """The counts that a sheet does not tell."""
    for cell in cells:
        is_small = world.counts(place).get(cell, 0) < threshold
        yield Target(world.parts(place), cell, min(POSSIBLE, threshold - 1) if is_small else 2)


def _others(world: World, target: Target) -> Iterator[int]:
    """How far the count can be moved; stops at what is enough."""
    found = 1
    for by in (1, -1):
        steps = 0
        while found < target.enough and world.step(target.parts, target.cell, by):
            steps += 1
            found += 1
            yield by * steps
        world.back()
