"""Where foreign code is called: what it raises is logged, and the thread that called it goes on."""

import logging
from collections.abc import Callable

_log = logging.getLogger(__name__)


def shielded(what: str, hook: Callable[..., object], *values: object) -> None:
    """Calls the hook; a fault in it is logged with its traceback under the name given."""
    try:
        hook(*values)
    except Exception:  # noqa: BLE001 - a fault in a handler must not end the network thread
        _log.exception("%s failed", what)
