from pathlib import Path

from simulator.demo.monitor import Monitor


def line(topic: str, payload: str, *, retain: int = 0) -> str:
    tst = "2026-11-22T01:53:00.110775Z+0000"
    return f'{{"tst":"{tst}","topic":"{topic}","qos":1,"retain":{retain},"payload":{payload}}}\n'


def test_the_newest_payload_of_a_topic_is_the_last_line_of_it(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text(line("a", r'"{\"n\":1}"') + line("b", '"{}"') + line("a", r'"{\"n\":2}"'))
    monitor = Monitor(log)
    assert monitor.last("a") == {"n": 2}
    assert monitor.last("c") is None


def test_a_line_that_is_still_being_written_waits_for_its_end(tmp_path: Path) -> None:
    log, whole = tmp_path / "log", line("a", r'"{\"n\":1}"')
    log.write_text(whole[:40])
    monitor = Monitor(log)
    assert monitor.last("a") is None
    log.write_text(whole)
    assert monitor.last("a") == {"n": 1}


def test_a_payload_that_is_no_json_is_kept_as_it_came(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text(line("a", '"hallo"', retain=1))
    monitor = Monitor(log)
    assert monitor.last("a") == "hallo"
    assert monitor.heard[0].is_retained
