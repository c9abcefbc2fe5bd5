import json
import logging

import msgspec
import pytest
from box_tree import BRANCH, BoxTree
from ear import Ear
from links import Links
from listening_server import listening
from mosquitto import Mosquitto
from reports import NO_PAPER, WARM, WELL, report

from doctor.report import Report
from doctor.telling.telling import is_news, last, tell


@pytest.fixture
def ready(tree: BoxTree) -> BoxTree:
    tree.folder("/var/lib/beurt-health")
    return tree


def test_the_report_is_kept_for_the_programs_of_the_box(ready: BoxTree) -> None:
    assert tell(ready.box(), report(WARM))
    kept = (ready.root / "var/lib/beurt-health/doctor.json").read_bytes()
    assert msgspec.json.decode(kept, type=Report) == report(WARM)
    assert last(ready.machine) == report(WARM)


def test_metrics_are_written_where_there_is_a_node_exporter(ready: BoxTree) -> None:
    folder = ready.folder("/var/lib/prometheus/node-exporter")
    assert tell(ready.box(), report(WARM))
    assert "beurt_doctor_level" in (folder / "beurt.prom").read_text()
    assert [file.name for file in folder.iterdir()] == ["beurt.prom"]


def test_a_telephone_is_called_for_news_only(ready: BoxTree) -> None:
    with listening() as server:
        ready.write("/etc/beurt/monitoring.toml", f'[ntfy]\nurl = "{server.url}/beurt"\n')
        for told in (report(WELL), report(NO_PAPER), report(NO_PAPER), report(NO_PAPER, WARM), report(WELL)):
            assert tell(ready.box(), told)
    assert [asked.headers["Title"].rpartition(" ")[2] for asked in server.asked] == ["critical", "critical", "good"]


def test_a_heartbeat_goes_out_after_each_visit(ready: BoxTree) -> None:
    with listening() as server:
        ready.write("/etc/beurt/monitoring.toml", f'[uptime_kuma]\nurl = "{server.url}/api/push/abc"\n')
        for _ in range(3):
            assert tell(ready.box(), report(WELL))
    assert len(server.asked) == 3


def test_home_assistant_finds_the_devices_by_the_branchs_own_broker(
    ready: BoxTree, links: Links, broker: Mosquitto
) -> None:
    late = Ear()
    ready.write("/etc/beurt/monitoring.toml", '[home_assistant]\nprefix = "proef"\n')
    box = ready.box("kiosk-1", branch=f'{BRANCH}\n[broker]\nhost = "127.0.0.1"\nport = {broker.port}\n')
    assert tell(box, report(WELL))
    links.connect(broker, "reader", hears=[("proef/device/beurt-hengelo-kiosk-1/config", late)])
    assert json.loads(late.next().payload)["dev"]["name"] == "Bibliotheek Hengelo Kiosk"


def test_who_cannot_be_told_hinders_nobody_else(ready: BoxTree, caplog: pytest.LogCaptureFixture) -> None:
    with listening(500) as broken, listening() as server:
        ready.write(
            "/etc/beurt/monitoring.toml",
            f'[ntfy]\nurl = "{broken.url}"\n[uptime_kuma]\nurl = "{server.url}"\n[home_assistant]\n',
        )
        with caplog.at_level(logging.WARNING):
            assert not tell(ready.box(branch=f"{BRANCH}\n[broker]\nport = 9\n"), report(NO_PAPER))
    assert len(server.asked) == 1
    assert last(ready.machine) == report(NO_PAPER)
    assert "not told" in caplog.text


def test_a_faulty_file_is_told_and_the_report_is_kept_all_the_same(
    ready: BoxTree, caplog: pytest.LogCaptureFixture
) -> None:
    ready.write("/etc/beurt/monitoring.toml", "[ntfy\n")
    with caplog.at_level(logging.ERROR):
        assert not tell(ready.box(), report(WARM))
    assert "monitoring.toml" in caplog.text
    assert last(ready.machine) == report(WARM)


def test_what_was_kept_before_and_makes_no_sense_is_as_if_there_was_none(ready: BoxTree) -> None:
    ready.write("/var/lib/beurt-health/doctor.json", "{")
    assert last(ready.machine) is None


def test_the_first_report_is_news_only_where_something_is_wrong() -> None:
    assert not is_news(None, report(WELL))
    assert is_news(None, report(WARM))
    assert not is_news(report(WARM), report(WARM, WELL))
