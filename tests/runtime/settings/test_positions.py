import time

from runtime.settings.faults import At
from runtime.settings.positions import find_lines, line_of


def lines_of(*rows: str) -> dict[At, int]:
    return find_lines("\n".join(rows))


def test_a_key_stands_on_its_own_line_whatever_comments_are_around_it() -> None:
    found = lines_of("# id = 1", "", "[branch] # [lines]", "   # name", 'id = "a" # = "b"')
    assert found == {("branch",): 3, ("branch", "id"): 5}


def test_tables_of_an_array_are_counted() -> None:
    found = lines_of("[[lines]]", "id = 1", "[[desks]]", "[[lines]]", "id = 2")
    assert found[("lines", 0, "id")] == 2
    assert found[("lines", 1)] == 4
    assert found[("lines", 1, "id")] == 5


def test_tables_of_the_second_level_belong_to_the_last_one_above() -> None:
    found = lines_of("[[topics]]", "[[topics.topics]]", "id = 1", "[[topics]]", "[[topics.topics]]", "id = 2")
    assert found[("topics", 0, "topics", 0, "id")] == 3
    assert found[("topics", 1, "topics", 0, "id")] == 6


def test_a_table_below_an_array_belongs_to_its_last_element() -> None:
    found = lines_of("[[kiosks]]", "[[kiosks]]", "[kiosks.screen]", "pixels = [1, 2]")
    assert found[("kiosks", 1, "screen", "pixels", 1)] == 4


def test_dotted_and_quoted_keys_are_the_same_as_tables() -> None:
    found = lines_of('a."b.c".d = 1', "[ x . 'y' ]", "z = 1")
    assert found[("a", "b.c", "d")] == 1
    assert found[("x", "y", "z")] == 3


def test_keys_in_an_inline_table_stand_on_its_line() -> None:
    found = lines_of("", 'name = { nl = "a", en = { x = [1] } }')
    assert found[("name", "nl")] == 2
    assert found[("name", "en", "x", 0)] == 2


def test_a_text_over_several_lines_hides_what_looks_like_keys() -> None:
    found = lines_of('a = """', "[b]", "c = 1", '"""', "d = '''", "e = 1'''", "f = 1")
    assert found == {(): 1, ("a",): 1, ("d",): 5, ("f",): 7}


def test_elements_of_a_list_over_several_lines_stand_on_their_own() -> None:
    found = lines_of("[t]", "days = [", '  "a",  # ]', "", '  "b", "c",', '  "d"]', "next = 1")
    assert [found[("t", "days", index)] for index in range(4)] == [3, 5, 5, 6]
    assert found[("t", "next")] == 7


def test_carriage_returns_do_not_count_as_lines() -> None:
    assert find_lines("[a]\r\nb = 1\r\n\r\nc = 2\r\n")[("a", "c")] == 4


def test_what_is_missing_is_told_by_the_line_of_the_nearest_table_around_it() -> None:
    found = lines_of("", "[[desks]]", 'id = "1"')
    assert line_of(("desks", 0, "name", "nl"), found) == 2
    assert line_of(("lines", 0), found) is None


def test_after_a_statement_that_is_endless_the_rest_has_no_lines() -> None:
    found = find_lines("a = 1\nb = [\n" + "1,\n" * 500 + "]\nc = 1")
    assert found == {(): 1, ("a",): 1}


def test_the_largest_text_takes_no_more_than_seconds() -> None:
    started_s = time.monotonic()
    find_lines("a = [\n" + ('"' + "x" * 2400 + '",\n') * 97 + "]")
    assert time.monotonic() - started_s < 20
