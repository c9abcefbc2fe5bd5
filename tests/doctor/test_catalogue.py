import re
from pathlib import Path

from doctor.catalogue import CHECKS

PAGE = (Path(__file__).parents[2] / "docs/operate.md").read_text()
ALARMS = PAGE.partition("## What each alarm means")[2].partition("\n## ")[0]


def test_every_alarm_has_its_section_in_the_guide_and_every_section_its_alarm() -> None:
    assert sorted(re.findall(r"^### (.+)$", ALARMS, re.MULTILINE)) == sorted(check.id for check in CHECKS)


def test_no_section_is_empty() -> None:
    sections = re.split(r"^### .+$", ALARMS, flags=re.MULTILINE)[1:]
    assert [section for section in sections if len(section.split()) < 8] == []


def test_every_check_has_a_name_of_its_own() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS)
