import io
import wave
from array import array

import pytest

from voices.sound import Sound, SoundError, from_wav, joined, scaled, to_wav

SOUND = Sound(array("h", range(-500, 500)), 1000)


def in_a_file(data: bytes, *, channels: int = 1, width: int = 2) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(channels)
        writer.setsampwidth(width)
        writer.setframerate(1000)
        writer.writeframes(data)
    return file.getvalue()


def test_a_sound_survives_its_file() -> None:
    assert from_wav(to_wav(SOUND)) == SOUND
    assert SOUND.lasts_s == 1


def test_a_file_that_did_not_know_its_length_when_it_began_is_read_to_its_end() -> None:
    data = to_wav(SOUND)
    endless = data[:4] + b"\x24\xf0\xff\x7f" + data[8:40] + b"\x00\xf0\xff\x7f" + data[44:]
    assert from_wav(endless) == SOUND


def test_of_two_channels_the_mean_is_heard() -> None:
    left_and_right = array("h", [100, 300, -100, 100]).tobytes()
    assert from_wav(in_a_file(left_and_right, channels=2)).samples == array("h", [200, 0])


@pytest.mark.parametrize("data", [b"", b"no sound at all", in_a_file(b"abcdef", width=3)])
def test_what_is_no_sound_of_16_bits_is_refused(data: bytes) -> None:
    with pytest.raises(SoundError):
        from_wav(data)


def test_too_loud_is_cut_off_and_never_turns_round() -> None:
    assert scaled(array("h", [20_000, -20_000, 7]), 2) == array("h", [32_767, -32_767, 14])


def test_sounds_are_joined_with_silence_between_them() -> None:
    both = joined([SOUND, SOUND], 0.12)
    assert both.lasts_s == pytest.approx(2.12)
    assert not any(both.samples[1000:1120])


def test_sounds_of_different_rates_are_not_joined() -> None:
    with pytest.raises(SoundError, match="rate"):
        joined([SOUND, Sound(SOUND.samples, 2000)], 0.12)
