"""What the flow must know of pages: whoever draws cuts a view into them, and knows."""

from typing import Protocol

from kiosk.view import View


class Pages(Protocol):
    """The pages of one screen."""

    def count(self, view: View) -> int:
        """On how many pages the view goes."""

    def shown(self, view: View) -> int:
        """The one of them that is shown, from 0."""


class OnePage:
    """A screen so large that everything fits."""

    def count(self, _view: View) -> int:
        """One."""
        return 1

    def shown(self, _view: View) -> int:
        """The first."""
        return 0
