from console.oidc.pending import KEPT, PATIENCE_S, AllPending


def test_who_comes_back_with_the_own_state_is_the_one_who_went() -> None:
    everybody = AllPending()
    one = everybody.begin(0)
    assert everybody.take(one.token, one.state, 1) is one


def test_a_return_counts_once() -> None:
    everybody = AllPending()
    one = everybody.begin(0)
    everybody.take(one.token, one.state, 1)
    assert everybody.take(one.token, one.state, 1) is None


def test_a_state_that_is_not_the_browsers_own_is_refused_and_uses_it_up() -> None:
    everybody = AllPending()
    mine, theirs = everybody.begin(0), everybody.begin(0)
    assert everybody.take(mine.token, theirs.state, 1) is None
    assert everybody.take(mine.token, mine.state, 1) is None
    assert everybody.take(None, theirs.state, 1) is None
    assert everybody.take(theirs.token, "ü", 1) is None


def test_who_stays_away_too_long_begins_again() -> None:
    everybody = AllPending()
    one = everybody.begin(0)
    assert everybody.take(one.token, one.state, PATIENCE_S + 1) is None


def test_a_crowd_that_never_comes_back_does_not_fill_the_memory() -> None:
    everybody = AllPending()
    for n in range(KEPT * 3):
        everybody.begin(n)
    assert len(everybody._by_token) == KEPT
