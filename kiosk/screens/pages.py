"""The pages that a view is cut into on one screen."""

from kiosk.screens.drawing import page_count, page_shown
from kiosk.screens.paint import Paint
from kiosk.view import View


class DrawnPages:
    """Tells it by drawing them; what was drawn before takes no time."""

    def __init__(self, paint: Paint) -> None:
        self._paint = paint

    def count(self, view: View) -> int:
        """On how many pages the view goes."""
        return page_count(self._paint, view)

    def shown(self, view: View) -> int:
        """The one of them that is shown, from 0."""
        return page_shown(self._paint, view)
