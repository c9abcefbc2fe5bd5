import time
from collections.abc import Callable
from pathlib import Path

import pytest
from mosquitto import Mosquitto

from runtime.settings.model import Broker
from wire.client import Unreachable
from wire.visit import visiting


def test_what_is_published_is_kept_or_refused_and_told_which(
    own_broker: Callable[..., Mosquitto], tmp_path: Path
) -> None:
    rights = tmp_path / "acl"
    rights.write_text("topic write allowed/#\n")
    broker = own_broker(settings=f"allow_anonymous true\nacl_file {rights}\n")
    with visiting(Broker(host=broker.host, port=broker.port), "visitor-1", 10) as visit:
        assert visit.publish("allowed/here", b"1", is_retained=True)
        assert not visit.publish("forbidden/here", b"1")


def test_a_visit_is_over_in_time_though_nothing_comes(broker: Mosquitto) -> None:
    began_s = time.monotonic()
    with visiting(Broker(host=broker.host, port=broker.port), "visitor-2", 0.5) as visit:
        assert not visit.wait(lambda: False)
    assert time.monotonic() - began_s < 10


def test_a_broker_that_dies_ends_the_visit(own_broker: Callable[..., Mosquitto]) -> None:
    broker = own_broker()
    with visiting(Broker(host=broker.host, port=broker.port), "visitor-3", 20) as visit:
        broker.kill()
        with pytest.raises(Unreachable, match="ended the connection"):
            visit.wait(lambda: False)
