import math
from array import array

import pytest
from loudness_meter import lufs
from recordings import tone

from voices.espeak import VOICES, EspeakVoice
from voices.loudness import LEVEL_LUFS, levelling, loudness_lufs, share
from voices.sound import Sound, joined, scaled

SENTENCES = {
    "nl": "Neem een nummer en ga zitten. Wij roepen u.",
    "en": "Take a number and sit down. We will call you.",
    "tr": "Numara alın ve oturun. Sizi çağıracağız.",  # noqa: RUF001
    "pl": "Proszę wziąć numer i usiąść.",
    "uk": "Візьміть номер і сідайте.",  # noqa: RUF001
    "pap": "Tuma un number i bai sinta.",
    "de": "Nehmen Sie eine Nummer und setzen Sie sich.",
    "fr": "Prenez un numéro et asseyez-vous.",
}


def levelled(sound: Sound) -> Sound:
    return Sound(scaled(sound.samples, levelling(sound)), sound.rate_hz)


@pytest.mark.parametrize("peak", [200, 3000, 30_000])
def test_soft_and_loud_come_out_at_one_level(peak: int) -> None:
    assert loudness_lufs(levelled(tone(peak=peak))) == pytest.approx(LEVEL_LUFS, abs=0.2)


def test_pauses_do_not_make_a_voice_louder() -> None:
    said = tone(2)
    assert loudness_lufs(joined([said, said], gap_s=3)) == pytest.approx(loudness_lufs(said), abs=0.4)


@pytest.mark.parametrize("rate_hz", [16_000, 22_050, 44_100, 48_000])
@pytest.mark.parametrize("pitch_hz", [200, 600, 2_000])
def test_a_tone_is_as_loud_as_a_meter_says_at_any_rate(pitch_hz: float, rate_hz: int) -> None:
    sound = tone(1, pitch_hz=pitch_hz, rate_hz=rate_hz)
    assert loudness_lufs(sound) == pytest.approx(lufs(sound), abs=0.6)


def test_a_sound_too_short_for_a_meter_has_a_loudness_too() -> None:
    assert loudness_lufs(tone(0.05)) == pytest.approx(loudness_lufs(tone(1)), abs=0.5)


def test_peaks_stay_whole_even_where_the_level_suffers() -> None:
    knock = Sound(array("h", [20, -20] * 4000 + [30_000]), 16_000)
    assert max(levelled(knock).samples) <= round(32_767 * 0.98)
    assert levelling(knock) < 2


def test_silence_stays_silence() -> None:
    silence = Sound(array("h", bytes(2000)), 16_000)
    assert loudness_lufs(silence) == -math.inf
    assert levelling(silence) == 1


def test_the_languages_of_espeak_sound_equally_loud() -> None:
    loudness = {language: lufs(levelled(EspeakVoice(language).speak(SENTENCES[language]))) for language in VOICES}
    assert max(loudness.values()) - min(loudness.values()) < 1, loudness


def test_a_volume_is_a_share_from_nothing_to_everything() -> None:
    assert [share(percent) for percent in (-5, 0, 50, 100, 250)] == [0, 0, 0.25, 1, 1]
