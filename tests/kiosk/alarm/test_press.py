import pytest

from kiosk.alarm import press
from kiosk.alarm.press import FRESH_S, Press
from wire.devices import PRESS


def test_a_press_is_told_for_a_few_seconds_and_then_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    now_s = [100.0]
    monkeypatch.setattr(press.time, "monotonic", lambda: now_s[0])
    button = Press(iter(("first", "second")).__next__)
    assert button.facts() == {}
    button.press()
    assert button.facts() == {PRESS: "first"}
    now_s[0] += FRESH_S - 0.1
    assert button.facts() == {PRESS: "first"}
    now_s[0] += 0.1
    assert button.facts() == {}
    button.press()
    assert button.facts() == {PRESS: "second"}
