import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from piper_stand_in import TELLS, PiperStandIn, add_model

from voices.piper import PiperEngine, PiperVoice, models_in
from voices.voice import VoiceError


@pytest.fixture
def piper(tmp_path: Path) -> PiperStandIn:
    return PiperStandIn(tmp_path)


@pytest.fixture
def engine(piper: PiperStandIn) -> Iterator[PiperEngine]:
    made = PiperEngine(piper.program, time_limit_s=30)
    yield made
    made.close()


@pytest.mark.parametrize("tells", TELLS)
def test_both_ways_in_which_it_tells_where_the_sound_is_are_understood(tmp_path: Path, tells: str) -> None:
    engine = PiperEngine(PiperStandIn(tmp_path, tells).program)
    sound = PiperVoice("nl", add_model(tmp_path, "nl_NL-een"), engine).speak("Neem een nummer")
    engine.close()
    assert sound.rate_hz == 16_000
    assert sound.lasts_s == pytest.approx(200 * 15 * 1.15 / 16_000, abs=0.01)


def test_a_model_is_loaded_once_and_several_lines_are_one_text(
    piper: PiperStandIn, engine: PiperEngine, tmp_path: Path
) -> None:
    model = add_model(tmp_path, "nl_NL-een")
    apart = engine.speak(model, "Neem\neen\nnummer")
    assert apart.lasts_s == engine.speak(model, "Neem een nummer").lasts_s
    assert piper.started == ["nl_NL-een"]


def test_another_model_takes_the_place_of_the_first(piper: PiperStandIn, engine: PiperEngine, tmp_path: Path) -> None:
    for name in ("nl_NL-een", "de_DE-zwei"):
        engine.speak(add_model(tmp_path, name), "A")
    assert piper.started == ["nl_NL-een", "de_DE-zwei"]


def test_where_it_ends_that_is_told_and_the_next_text_starts_it_anew(
    piper: PiperStandIn, engine: PiperEngine, tmp_path: Path
) -> None:
    model = add_model(tmp_path, "nl_NL-een")
    with pytest.raises(VoiceError, match="it cannot say stop"):
        engine.speak(model, "stop")
    assert engine.speak(model, "A").lasts_s > 0
    assert len(piper.started) == 2


def test_where_it_hangs_it_is_ended(piper: PiperStandIn, tmp_path: Path) -> None:
    engine = PiperEngine(piper.program, time_limit_s=0.5)
    with pytest.raises(VoiceError, match="too long"):
        engine.speak(add_model(tmp_path, "nl_NL-een"), "wait")
    engine.close()


def test_without_the_program_there_is_no_voice(tmp_path: Path) -> None:
    engine = PiperEngine("no-such-piper")
    assert not engine.is_here
    with pytest.raises(VoiceError, match="no-such-piper"):
        engine.speak(add_model(tmp_path, "nl_NL-een"), "A")


def test_it_can_be_ended_while_it_speaks(engine: PiperEngine, tmp_path: Path) -> None:
    faults: list[str] = []

    def speak() -> None:
        try:
            engine.speak(model, "wait")
        except VoiceError as fault:
            faults.append(str(fault))

    model = add_model(tmp_path, "nl_NL-een")
    engine.speak(model, "A")
    speaking = Thread(target=speak)
    speaking.start()
    while not engine._lock.locked():
        time.sleep(0.005)
    begun_s = time.monotonic()
    engine.close()
    speaking.join(30)
    assert time.monotonic() - begun_s < 20
    assert len(faults) == 1


def test_what_it_wrote_is_gone_afterwards(engine: PiperEngine, tmp_path: Path) -> None:
    engine.speak(add_model(tmp_path, "nl_NL-een"), "A")
    assert engine._running
    folder = engine._running._folder
    assert list(folder.iterdir()) == []
    engine.close()
    assert not folder.exists()


def test_a_model_without_its_description_is_no_model(tmp_path: Path) -> None:
    whole = add_model(tmp_path, "nl_NL-een")
    (tmp_path / "nl_NL-half.onnx").touch()
    assert models_in(tmp_path) == (whole,)
