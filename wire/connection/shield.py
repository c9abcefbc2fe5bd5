"""Where foreign code is called: what it raises is logged, and the thread that called it goes on."""

import logging
from collections.abc import Callable

log = logging.getLogger(__name__)


def shielded(what: str, hook: Callable[..., object], *values: object) -> None:
    """Calls the hook; a fault in it is logged with its traceback under the name given."""
    try:
        hook(*values)
    except Exception:
        log.exception("%s failed", what)
