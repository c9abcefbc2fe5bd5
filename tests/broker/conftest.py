"""The broker of a box, and clients that log in at it over TLS."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from box_broker import BoxBroker
from tls_client import TlsClient

Enter = Callable[..., TlsClient]


@pytest.fixture(scope="module")
def box_broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoxBroker]:
    """One for each file of tests, as it stands in a box."""
    broker = BoxBroker(tmp_path_factory.mktemp("box"))
    broker.start()
    yield broker
    broker.stop()


@pytest.fixture
def enter(box_broker: BoxBroker) -> Iterator[Enter]:
    """Lets a device in with its own certificate and account; call it, with other ones where it is to lie."""
    made: list[TlsClient] = []

    def make(name: str, **other: Any) -> TlsClient:
        own = {
            "ca": box_broker.credentials.ca,
            "certificate": tuple(box_broker.credentials.folder / f"devices/{name}.{kind}" for kind in ("crt", "key")),
            "account": (name, box_broker.password(name)),
        }
        client = TlsClient(box_broker.port, name, **{**own, **other})
        made.append(client)
        return client

    yield make
    for client in made:
        client.close()
