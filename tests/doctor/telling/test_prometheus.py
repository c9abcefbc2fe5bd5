from math import isfinite

from msgspec.structs import replace
from prometheus_client.parser import text_string_to_metric_families
from reports import NO_HUB, NO_PAPER, WARM, WELL, report

from doctor.report import good
from doctor.telling.prometheus import metrics

Sample = tuple[str, frozenset[tuple[str, str]]]


def read(text: str) -> dict[Sample, float]:
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def value(text: str, name: str, **labels: str) -> float | None:
    wanted = labels.items()
    found = [each for (named, has), each in read(text).items() if named == name and wanted <= has]
    return found[0] if len(found) == 1 else None


def test_prometheus_reads_how_the_box_and_each_part_is() -> None:
    text = metrics(report(NO_PAPER, WARM, WELL, NO_HUB))
    assert value(text, "beurt_doctor_level", branch="hengelo", host="hengelo-kiosk") == 2
    assert value(text, "beurt_doctor_check_level", check="printer") == 2
    assert value(text, "beurt_doctor_check_level", check="temperature") == 1
    assert value(text, "beurt_doctor_check_level", check="services") == 0
    assert value(text, "beurt_doctor_findings", level="critical") == 1
    assert value(text, "beurt_doctor_value", check="temperature", value="celsius") == 72.5
    assert value(text, "beurt_doctor_seconds") == 1773129600
    assert value(text, "beurt_doctor_info", version="0.1.0") == 1


def test_what_is_not_here_is_no_zero() -> None:
    assert value(metrics(report(NO_HUB)), "beurt_doctor_check_level", check="storage") is None


def test_every_family_has_its_type_and_help_and_only_finite_numbers() -> None:
    text = metrics(report(NO_PAPER, WARM, WELL))
    families = list(text_string_to_metric_families(text))
    assert {family.type for family in families} == {"gauge"}
    assert all(family.documentation for family in families)
    assert all(isfinite(number) for number in read(text).values())
    assert text.endswith("\n")


def test_names_that_hold_quotes_and_line_ends_do_not_break_the_file() -> None:
    odd = replace(good("", 'a "b"\\c\nd', days=3), check="certificates")
    assert value(metrics(report(odd)), "beurt_doctor_value", subject='a "b"\\c\nd') == 3


def test_no_sample_is_there_twice() -> None:
    text = metrics(report(NO_PAPER, WARM, WELL))
    samples = [line.rpartition(" ")[0] for line in text.splitlines() if not line.startswith("#")]
    assert len(samples) == len(set(samples))
