"""The pages on which rendered screens can be looked at: plain HTML, nothing from outside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

STYLE = """
body { font: 16px "Noto Sans", sans-serif; margin: 24px; background: #fbf8f3; color: #16202e }
nav a, figcaption { margin-right: 12px } figure { display: inline-block; margin: 0 12px 12px 0; vertical-align: top }
img { width: 360px; height: auto; border: 1px solid #76869a; display: block } .tall img { width: 200px }
"""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture, and what it is of."""

    file: str
    size: str
    look: str
    language: str
    view: str
    faults: Sequence[str] = ()


def write_album(folder: Path, shots: Sequence[Shot]) -> None:
    """A page for each size and look, and one that leads to them."""
    ordered = sorted(shots, key=lambda shot: (shot.size, shot.look, shot.language))
    links = []
    for (size, look), some in groupby(ordered, key=lambda shot: (shot.size, shot.look)):
        name = f"{size}-{look}.html"
        (folder / name).write_text(_page(f"{size}, {look}", _body(list(some))), encoding="utf-8")
        links.append(f'<li><a href="{name}">{size}, {look}</a>')
    (folder / "index.html").write_text(_page("Screens", f"<ul>{''.join(links)}</ul>"), encoding="utf-8")


def _body(shots: Sequence[Shot]) -> str:
    views = sorted({shot.view for shot in shots}, key=[shot.view for shot in shots].index)
    menu = " ".join(f'<a href="#{escape(view)}">{escape(view)}</a>' for view in views)
    parts = [_group(view, (shot for shot in shots if shot.view == view)) for view in views]
    return f'<nav><a href="index.html">all</a> {menu}</nav>{"".join(parts)}'


def _group(view: str, shots: Iterable[Shot]) -> str:
    pictures = "".join(
        f'<figure><a href="{shot.file}"><img loading="lazy" src="{shot.file}" alt=""></a>'
        f"<figcaption>{escape('; '.join((shot.language, *shot.faults)))}</figcaption></figure>"
        for shot in shots
    )
    return f'<h2 id="{escape(view)}">{escape(view)}</h2>{pictures}'


def _page(title: str, body: str) -> str:
    return f'<!doctype html><meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style>{body}'
