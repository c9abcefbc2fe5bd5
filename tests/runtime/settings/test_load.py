import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.settings.faults import Fault, SettingsFaults
from runtime.settings.load import MOST_BYTES, load
from runtime.settings.model import Settings

EXAMPLE = Path(__file__).parents[3] / "branch.example.toml"

Faults = Callable[[str], list[Fault]]


def refusal(path: Path) -> Fault:
    with pytest.raises(SettingsFaults) as refused:
        load(path)
    assert len(refused.value.faults) == 1
    return refused.value.faults[0]


def test_the_example_in_the_tree_is_accepted_as_it_stands() -> None:
    example = load(EXAMPLE)
    assert example.branch.id == "hengelo"
    assert example.kiosks[0].printer.profile == "TM-T20II"
    assert example.path == EXAMPLE


def test_the_example_stays_acceptable_when_each_optional_key_is_switched_on(tmp_path: Path) -> None:
    rows = EXAMPLE.read_text().split("\n")
    complete = "\n".join(row.removeprefix("# ") if " = " in row or row.startswith("# [") else row for row in rows)
    (tmp_path / "branch.toml").write_text(complete)
    assert {fault.key for fault in _faults_of(tmp_path / "branch.toml")} == set()
    accepted = load(tmp_path / "branch.toml")
    assert accepted.alerts.gpio is not None
    assert accepted.console.oidc is not None
    assert accepted.network.vlan == 12
    assert accepted.broker.accounts["hub-1"].password_file == Path("/etc/beurt/secrets/hub-1")


def _faults_of(path: Path) -> tuple[Fault, ...]:
    try:
        load(path)
    except SettingsFaults as refused:
        return refused.faults
    return ()


def test_a_branch_needs_no_more_than_an_id_and_a_name(read: Callable[[str], Settings]) -> None:
    assert read("").branch.name == "Bibliotheek Hengelo"


def test_a_file_that_is_not_there_is_one_fault(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.toml").expected == "a file that can be read"


def test_a_folder_is_one_fault(tmp_path: Path) -> None:
    assert refusal(tmp_path).expected == "a file that can be read"


def test_a_file_of_more_than_256_kib_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "branch.toml"
    path.write_text("#" * (MOST_BYTES + 1))
    assert refusal(path).expected == "a file of at most 256 KiB"


def test_bytes_that_are_no_utf_8_are_one_fault_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "branch.toml"
    path.write_bytes(b'[branch]\nid = "a"\nname = "caf\xe9"\n')
    assert (refusal(path).line, refusal(path).expected) == (3, "text in UTF-8")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[branch]\nid =\n", 2),
        ('[branch]\nid = "a"\nid = "b"\n', 3),
        ("[branch]\n\n[branch\n", 3),
        ('[branch]\nname = """\nnever\nended\n', 4),
        ("[branch]\nlimit = " + "9" * 5000, 2),
        ("[branch]\na = " + "[" * 100_000, 2),
    ],
    ids=["no value", "twice", "half a header", "open text", "endless number", "endless nesting"],
)
def test_a_syntax_error_is_one_fault_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "branch.toml"
    path.write_text(text)
    fault = refusal(path)
    assert fault.line == line
    assert fault.expected.startswith("valid TOML")


def test_a_key_of_countless_parts_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "branch.toml"
    path.write_text("\n" + "a." * 100_000 + "a = 1")
    assert (refusal(path).line, refusal(path).expected) == (2, "at most 100 dots in one row")


def test_all_faults_come_at_once_in_the_order_of_their_lines(faults: Faults) -> None:
    found = faults('mode = "many"\ncolour = 1\n[reports]\nthreshold = 1\n[[desks]]\nlines = ["garden"]\n')
    assert [(fault.line, fault.key) for fault in found] == [
        (4, "branch.mode"),
        (5, "branch.colour"),
        (7, "reports.threshold"),
        (8, "desks[0].id"),
        (9, "desks[0].lines[0]"),
    ]


def test_a_file_full_of_faults_names_no_more_than_500(faults: Faults) -> None:
    assert len(faults("\n".join(f"key{number} = 1" for number in range(2000)))) == 500


@pytest.mark.parametrize(
    ("text", "key", "line", "expected"),
    [
        ("mode = 'many'", "branch.mode", 4, 'one of "one-button", "topics", "plaza"'),
        ("languages = ['nl', 'xx']", "branch.languages[1]", 4, 'one of "nl", "en", "ar"'),
        ("languages = 'nl'", "branch.languages", 4, 'a list, each one of "nl"'),
        ("languages = []", "branch.languages", 4, "at least one language"),
        ("languages = ['nl', 'en', 'nl']", "branch.languages[2]", 4, "each language once"),
        ("time_zone = 'Mars/Base'", "branch.time_zone", 4, 'such as "Europe/Amsterdam"'),
        ("time_zone = '../../etc/passwd'", "branch.time_zone", 4, 'such as "Europe/Amsterdam"'),
        ("organisation = 'kvk:1'", "branch.organisation", 4, '"kvknr:" with 8 digits'),
        ("waiting_place = { en = 'x' }", "branch.waiting_place.nl", 4, 'a text in "nl"'),
        ("waiting_place = { nl = 'x', xx = 'y' }", "branch.waiting_place.xx", 4, "a language as its key"),
        ("waiting_place = { nl = 7 }", "branch.waiting_place.nl", 4, "one line of 1 to 200 characters"),
        ("waiting_place = { nl = 'a\\u0007'}".replace("'", '"'), "branch.waiting_place.nl", 4, "one line"),
        ("ticket_slot = 'above'", "branch.ticket_slot", 4, 'one of "below", "left", "right"'),
        ("langauges = ['nl']", "branch.langauges", 4, 'did you mean "languages"?'),
        ("[opening]\nmunday = []\nmonday = ['10:00-11:00']", "opening.munday", 5, "no unknown key"),
        ("[opening]\nmonday = ['9-17']", "opening.monday[0]", 5, 'such as "10:00-12:30"'),
        ("[opening]\nmonday = ['17:00-09:00']", "opening.monday[0]", 5, "opens before it closes"),
        ("[opening]\nmonday = ['09:00-12:00', '11:00-13:00']", "opening.monday[1]", 5, "does not overlap"),
        ("[opening]\nhours = {}\nmonday = ['09:00-12:00']", "opening.hours", 5, "no unknown key"),
        ("[opening]\nclosed_on = ['2026-12-25']", "opening", 4, "at least one weekday"),
        ("[opening]\nmonday=['09:00-12:00']\nclosed_on = ['25 december']", "opening.closed_on[0]", 6, "a date such as"),
        (
            "[opening]\nmonday=['09:00-12:00']\nlast_ticket_minutes=-5",
            "opening.last_ticket_minutes",
            6,
            "from 0 to 720",
        ),
        ("[[lines]]\nid = 'IDO'\nname = {nl = 'x'}", "lines[0].id", 5, "a name: 1 to 40 small letters"),
        ("[[lines]]\nid = 'ido'\nlimit = 0", "lines[0].limit", 6, "from 1 to 9999"),
        ("[[lines]]\nid = 'ido'\nlimit = true", "lines[0].limit", 6, "from 1 to 9999"),
        ("[[lines]]\nid = 'ido'\nletter = 'é'", "lines[0].letter", 6, "one capital letter"),
        ("[[lines]]\nid = 'ido'\nhours = {}", "lines[0].hours", 6, "at least one weekday"),
        ("lines = [1]", "branch.lines", 4, "no unknown key"),
        ("[lines]\nid = 'x'", "lines", 4, "a list, each a table with id"),
        ("[[topics]]\nid = 'plants'", "topics[0].names.nl", 4, 'a text in "nl"'),
        ("[[topics]]\nid = 'digid'\npicture = '.png'", "topics[0].picture", 6, "a PNG or SVG file"),
        ("[[organisations]]\nid = 'uwv'", "organisations[0].name", 4, "one line of 1 to 200"),
        ("[[notices]]\nid = 'break'", "notices[0].names", 4, "a table"),
        ("[[partners]]\nid = 'a'\nname = 'A'\nhours = 3", "partners[0].hours", 7, "one line of up to 200"),
        ("[calling]\nvolume = 101", "calling.volume", 5, "from 0 to 100"),
        ("[calling]\nquiet = ['10:00-10:00']", "calling.quiet[0]", 5, "opens before it closes"),
        ("[calling]\nown_language = 'ja'", "calling.own_language", 5, "true or false"),
        ("[reports]\nthreshold = 1", "reports.threshold", 5, "at least 2"),
        ("[reports]\nkeep_months = 0", "reports.keep_months", 5, "months from 1 to 120"),
        ("[alerts]\nwebhook = 'ftp://x'", "alerts.webhook", 5, "http:// or https://"),
        ("[alerts]\ngpio = { lamp = 99 }", "alerts.gpio.lamp", 5, "from 0 to 27"),
        ("[service]\npin_file = ''", "service.pin_file", 5, "the path of a file"),
        ("[broker]\nport = 70000", "broker.port", 5, "from 1 to 65535"),
        ("[broker]\nport = 1883.0", "broker.port", 5, "from 1 to 65535"),
        ("[broker.accounts.hub-1]\npassword = 'x'", "broker.accounts.hub-1.password", 5, 'mean "password_file"?'),
        ("[hub]\ndatabase = 'mysql://u:secret@h/x'", "hub.database", 5, '"postgresql+psycopg://'),
        ("[[kiosks]]\nidle_seconds = 60", "kiosks[0].idle_seconds", 5, "at least 90"),
        ("[[kiosks]]\nspare_letter = ''", "kiosks[0].spare_letter", 5, "one capital letter"),
        ("[[kiosks]]\n[kiosks.screen]\npixels = [0, 1]", "kiosks[0].screen.pixels", 6, "a list of 2, each a whole"),
        ("[[kiosks]]\n[kiosks.screen]\npixels = [1]", "kiosks[0].screen.pixels", 6, "a list of 2, each a whole"),
        ("[[kiosks]]\n[kiosks.printer]\nkind = 'laser'", "kiosks[0].printer.kind", 6, 'one of "serial", "usb"'),
        ("[[kiosks]]\n[kiosks.printer]\nbaud = 12345", "kiosks[0].printer.baud", 6, "one of 1200, 2400"),
        ("[[kiosks]]\n[kiosks.printer]\nflow = 'dtr'", "kiosks[0].printer.flow", 6, 'one of "rtscts"'),
        ("[[kiosks]]\n[kiosks.printer]\nwidth_dots = 500", "kiosks[0].printer.width_dots", 6, "one of 384, 512, 576"),
        ("[[kiosks]]\n[kiosks.printer]\nqr = 'ja'", "kiosks[0].printer.qr", 6, '"none" or a web address'),
        ("[[kiosks]]\n[kiosks.keypad]\nlayout = 'numbers'", "kiosks[0].keypad.layout", 6, '"storm-audionav"'),
        ("[[displays]]\nscreen = 3", "displays[0].screen", 5, "a table"),
        ("[console]\nlisten = '8443'", "console.listen", 5, '"host:port"'),
        ("[console.oidc]\nissuer = 'https://x.example'", "console.oidc.client_id", 4, "one line"),
        ("[network]\nkind = 'lora'", "network.kind", 5, 'one of "wired"'),
        ("[network]\nvlan = 5000", "network.vlan", 5, "from 1 to 4094"),
        ("[printer]\nkind = 'none'", "printer", 4, "no unknown key"),
        ("[[topics]]\n[[topics.topics]]\n[[topics.topics.topics]]", "topics[0].topics[0].topics", 6, "no unknown key"),
    ],
)
def test_a_fault_names_its_key_its_line_and_what_was_expected(
    faults: Faults, text: str, key: str, line: int, expected: str
) -> None:
    fault = next(each for each in faults(text) if each.key == key)
    assert fault.line == line
    assert expected in fault.expected


ANYTHING = st.one_of(
    st.sampled_from(["nl", "ido", "L", "", "10:00-12:00", "12:00-10:00", "serial", "../x", "\u202e", "host:1"]),
    st.text(max_size=8),
    st.integers(),
    st.booleans(),
    st.floats(),
)
VALUES = st.recursive(
    ANYTHING,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(each):08x}" for each in value if not 0xD800 <= ord(each) < 0xE000) + '"'
    if isinstance(value, list):
        return f"[{', '.join(_toml(each) for each in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_toml(key)} = {_toml(each)}" for key, each in value.items()) + "}"
    return str(value)


ROWS = [row for row in EXAMPLE.read_text().split("\n") if row and not row.startswith("#")]


@st.composite
def damaged_examples(draw: st.DrawFn) -> str:
    rows = list(ROWS)
    for _ in range(draw(st.integers(1, 6))):
        index = draw(st.integers(0, len(rows) - 1))
        key = rows[index].split("=")[0]
        damage = draw(st.sampled_from(["drop", "repeat", "replace", "add", "cut"]))
        if damage == "drop":
            del rows[index]
        elif damage == "repeat":
            rows.insert(index, rows[index])
        elif damage == "cut":
            rows[index] = rows[index][: draw(st.integers(0, len(rows[index])))]
        elif damage == "add":
            rows.insert(index, f"{_toml(draw(st.text(max_size=9)))} = {_toml(draw(VALUES))}")
        elif not key.startswith("["):
            rows[index] = f"{key} = {_toml(draw(VALUES))}"
    return "\n".join(rows)


def is_loaded_or_refused(text: str) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "branch.toml"
        path.write_bytes(text.encode("utf-8", "replace"))
        try:
            loaded = load(path)
        except SettingsFaults as refused:
            return bool(refused.faults) and bool(str(refused))
        return bool(loaded.lines and loaded.desks)


@settings(deadline=None, max_examples=150)
@given(damaged_examples())
def test_a_damaged_example_is_either_complete_or_refused_with_its_faults(text: str) -> None:
    assert is_loaded_or_refused(text)


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=200))
def test_any_text_at_all_is_either_complete_or_refused_with_its_faults(text: str) -> None:
    assert is_loaded_or_refused(text)
