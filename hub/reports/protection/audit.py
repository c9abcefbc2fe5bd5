"""Whether a hidden count could be another one: looked for in worlds of which all that was published is true."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hub.reports.protection.items import Cell
from hub.reports.protection.world import Part, World


@dataclass(frozen=True, slots=True)
class Target:
    """A count that must not be worked out: of a sheet, or of what lies between sheets."""

    parts: frozenset[Part]
    cell: Cell


def is_safe(world: World, target: Target) -> bool:
    """Whether the count could also be one more or one less."""
    found = any(world.step(target.parts, target.cell, by) for by in (1, -1))
    world.back()
    return found


def hidden(world: World, place: int, cells: Iterable[Cell]) -> Iterator[Target]:
    """The counts that a sheet does not tell."""
    return (Target(world.parts(place), cell) for cell in cells)


def between(world: World, place: int, threshold: int) -> Iterator[Target]:
    """Small counts that a sheet would tell by what it counts more than the sheets within it."""
    whole = world.parts(place)
    within = [parts for each in range(len(world.stretches)) if (parts := world.parts(each)) < whole]
    rests = {whole - parts for parts in within} | {whole.difference(*within)}
    for rest in sorted(rests, key=lambda parts: sorted(map(sorted, parts))):
        for cell, most in world.counts(place).items():
            if most and 0 < world.count(rest, cell) < threshold:
                yield Target(rest, cell)
