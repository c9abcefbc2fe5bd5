"""The hub's composition root: what it is made of, started in order and stopped in reverse."""

import logging

from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from hub.hub import Hub
from hub.inbox import Inbox
from hub.ledger import Ledger
from hub.reception import Reception
from hub.status import HubStatus
from hub.storage.engine import open_engine
from hub.storage.failure import StorageFailed
from hub.storage.schema import migrate_apart
from hub.storage.store import Store
from hub.telling import Teller
from runtime.logs import RateLimited, configure
from runtime.process import Stop, Systemd
from runtime.settings.model import Settings
from wire.link import Link

HEARTBEAT_S = 10.0
CANNOT_START = 2

log = logging.getLogger(__name__)


def run(settings: Settings) -> int:
    """Serve the branch until SIGTERM; the exit code says whether it could start."""
    configure("hub")
    try:
        migrate_apart(settings.hub.database)
        store = Store(open_engine(settings.hub.database), settings.reports.keep_months)
        ledger = Ledger(settings, store)
    except (OSError, StorageFailed, ArgumentError, NoSuchModuleError, ImportError) as trouble:
        log.error("the database %s cannot be opened: %s; check hub.database", settings.hub.database, trouble)  # noqa: TRY400
        return CANNOT_START
    stop, systemd, inbox = Stop(), Systemd(), Inbox()
    status = HubStatus(settings, ledger)
    link = Link(
        settings.broker,
        settings.hub.device,
        settings.branch.id,
        status=status.now,
        offline=status.offline,
        heartbeat_s=HEARTBEAT_S,
    )
    Reception(link, inbox, RateLimited(log))
    stop.call(inbox.wake)
    try:
        link.start()
        systemd.ready(f"serving {settings.branch.name}")
        Hub(settings, ledger, link, inbox, Teller(link, store)).run(stop, systemd)
    finally:
        systemd.stopping()
        link.stop()
        store.close()
    return 0
