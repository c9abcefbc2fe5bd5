from array import array
from random import Random

import pytest
from recordings import tone

from voices.loudness import LEVEL_LUFS, loudness_lufs
from voices.recording.take import NOISY, NOTHING, TOO_LOUD, TOO_SOFT, cut, faults, without_keys
from voices.sound import Sound

RATE_HZ = 16_000


def recorded(peak: int, room: int, *, voice_s: float = 0.5, around_s: float = 0.6) -> Sound:
    """A tone with silence around it, in a room with so much noise."""
    random = Random(3)  # noqa: S311 - noise needs no secrecy
    silence = [0] * round(around_s * RATE_HZ)
    samples = [*silence, *tone(voice_s, peak=peak, rate_hz=RATE_HZ).samples, *silence]
    noisy = (sample + random.randint(-room, room) for sample in samples)
    return Sound(array("h", [max(-32_768, min(32_767, sample)) for sample in noisy]), RATE_HZ)


@pytest.mark.parametrize(
    ("peak", "room", "expected"),
    [
        (9_000, 10, ()),
        (9_000, 100, ()),
        (200, 2, (TOO_SOFT,)),
        (40_000, 10, (TOO_LOUD,)),
        (9_000, 1_000, (NOISY,)),
        (0, 30, (NOTHING,)),
        (0, 0, (NOTHING,)),
    ],
)
def test_what_is_wrong_with_a_recording_is_told(peak: int, room: int, expected: tuple[str, ...]) -> None:
    assert faults(recorded(peak, room) if peak < 32_768 else clipped(room)) == expected


def clipped(room: int) -> Sound:
    loud = recorded(30_000, room)
    return Sound(array("h", [max(-32_768, min(32_767, 2 * sample)) for sample in loud.samples]), RATE_HZ)


@pytest.mark.parametrize("room", [0, 10, 100])
def test_silence_goes_and_the_voice_stays_whole_and_as_loud_as_others(room: int) -> None:
    clip = cut(recorded(9_000, room))
    assert 0.5 <= clip.lasts_s <= 0.5 + 0.2
    assert loudness_lufs(clip) == pytest.approx(LEVEL_LUFS, abs=0.3)
    assert clip.samples[0] == clip.samples[-1] == 0


def test_a_voice_that_fills_the_recording_is_kept_whole() -> None:
    assert cut(recorded(9_000, 10, around_s=0.02)).lasts_s >= 0.5


def test_silence_is_left_as_it_is() -> None:
    assert cut(recorded(0, 0)) == recorded(0, 0)


def test_the_clicks_of_the_keys_are_left_out() -> None:
    clicks = Sound(array("h", [20_000] * 1_000 + [0] * 14_000 + [20_000] * 1_000), RATE_HZ)
    assert set(without_keys(clicks).samples) == {0}
