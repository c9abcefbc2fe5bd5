from collections.abc import Callable
from pathlib import Path

import pytest
from ear import Ear
from links import Links
from mosquitto import Mosquitto

from runtime.settings.model import Broker
from wire.client import Unreachable
from wire.notice_board import put_up


def test_what_is_put_up_is_found_by_who_comes_later(links: Links, broker: Mosquitto) -> None:
    put_up(Broker(host=broker.host, port=broker.port), "home-assistant", {"notices/test/config": b"hello"})
    late = Ear()
    links.connect(broker, "reader", hears=[("notices/test/config", late)])
    message = late.next()
    assert (message.payload, message.is_retained) == (b"hello", True)


def test_a_notice_that_the_broker_refuses_is_no_silent_loss(
    own_broker: Callable[..., Mosquitto], tmp_path: Path
) -> None:
    rights = tmp_path / "acl"
    rights.write_text("topic write allowed/#\n")
    broker = own_broker(settings=f"allow_anonymous true\nacl_file {rights}\n")
    with pytest.raises(Unreachable, match="forbidden/here"):
        put_up(Broker(host=broker.host, port=broker.port), "home-assistant", {"allowed/a": b"", "forbidden/here": b""})
