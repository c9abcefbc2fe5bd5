from console.figures.charts import BARS, chart_of
from wire.answers import Table


def table(*rows: tuple[str, str, int | str], name: str = "topic") -> Table:
    return Table(id=name, title="Onderwerpen", columns=("Periode", "Onderwerp", "Aantal"), rows=rows)


def test_the_largest_count_has_the_longest_bar() -> None:
    chart = chart_of(table(("2026", "Zorg", 4), ("2026", "DigiD", 8)))
    assert chart is not None
    assert [(bar.label, bar.length) for bar in chart.bars] == [("Zorg", BARS // 2), ("DigiD", BARS)]


def test_exact_counts_of_several_stretches_are_added_up() -> None:
    chart = chart_of(table(("2025", "Zorg", 4), ("2026", "Zorg", 8)))
    assert chart is not None
    assert [bar.text for bar in chart.bars] == ["12"]


def test_a_hidden_count_has_its_sign_and_no_bar() -> None:
    chart = chart_of(table(("2026", "Zorg", "<5"), ("2026", "DigiD", 10)))
    assert chart is not None
    assert [(bar.text, bar.length) for bar in chart.bars] == [("<5", 0), ("10", BARS)]


def test_protected_counts_of_several_stretches_are_not_added_up() -> None:
    assert chart_of(table(("2025", "Zorg", "<5"), ("2026", "Zorg", 10))) is None


def test_totals_and_empty_tables_have_no_bars() -> None:
    assert chart_of(table()) is None
    assert chart_of(table(("2026", "Zorg", 1), name="totals")) is None
