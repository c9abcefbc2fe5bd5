import math
from array import array
from typing import Any

import numpy as np
import pytest
from recordings import tone

from voices.espeak import VOICES, EspeakVoice
from voices.loudness import LEVEL_DBFS, level_dbfs, levelling, share
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


def k_weight(pitch_hz: Any) -> Any:
    """ITU-R BS.1770: how strongly the ear's filter lets a pitch through."""
    z = np.exp(-2j * np.pi * pitch_hz / 48_000)
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    return shelf * (1 - 2 * z + z**2) / (1 - 1.99004745483398 * z + 0.99007225036621 * z**2)


def lufs(sound: Sound) -> float:
    """The loudness as broadcasters measure it, with its two gates."""
    swings = np.array(sound.samples) / 32_767
    weights = np.abs(k_weight(np.fft.rfftfreq(len(swings), 1 / sound.rate_hz)))
    weighted = np.fft.irfft(np.fft.rfft(swings) * weights, len(swings))
    block = round(0.4 * sound.rate_hz)
    powers = np.array([np.mean(weighted[at : at + block] ** 2) for at in range(0, len(swings) - block, block // 4)])
    loud = powers[powers > 10 ** ((-70 + 0.691) / 10)]
    return float(-0.691 + 10 * np.log10(loud[loud > loud.mean() / 10].mean()))


@pytest.mark.parametrize("peak", [200, 3000, 30_000])
def test_soft_and_loud_come_out_at_one_level(peak: int) -> None:
    assert level_dbfs(levelled(tone(peak=peak))) == pytest.approx(LEVEL_DBFS, abs=0.2)


def test_pauses_do_not_make_a_voice_louder() -> None:
    paused = joined([tone(), tone()], gap_s=3)
    assert level_dbfs(paused) == pytest.approx(level_dbfs(tone()), abs=0.2)


def test_peaks_stay_whole_even_where_the_level_suffers() -> None:
    knock = Sound(array("h", [20, -20] * 4000 + [30_000]), 16_000)
    assert max(levelled(knock).samples) <= 32_767 * 0.98
    assert levelling(knock) < 2


def test_silence_stays_silence() -> None:
    silence = Sound(array("h", bytes(2000)), 16_000)
    assert level_dbfs(silence) == -math.inf
    assert levelling(silence) == 1


def test_the_languages_of_espeak_sound_equally_loud() -> None:
    loudness = {language: lufs(levelled(EspeakVoice(language).speak(SENTENCES[language]))) for language in VOICES}
    assert max(loudness.values()) - min(loudness.values()) < 2, loudness


def test_a_volume_is_a_share_from_nothing_to_everything() -> None:
    assert [share(percent) for percent in (-5, 0, 50, 100, 250)] == [0, 0, 0.25, 1, 1]
