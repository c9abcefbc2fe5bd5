from console.sessions import SESSIONS_KEPT, WORKING_DAY_S, Sessions


def test_a_session_is_found_by_its_token_for_a_working_day() -> None:
    sessions = Sessions()
    session = sessions.open(0)
    assert sessions.find(session.token, WORKING_DAY_S - 1) is session
    assert sessions.find(session.token, WORKING_DAY_S) is None
    assert sessions.find(session.token, 0) is None


def test_no_token_and_a_guessed_one_find_nothing() -> None:
    sessions = Sessions()
    sessions.open(0)
    assert sessions.find(None, 0) is None
    assert sessions.find("", 0) is None
    assert sessions.find("guess", 0) is None


def test_a_closed_session_is_gone() -> None:
    sessions = Sessions()
    token = sessions.open(0).token
    sessions.close(token)
    assert sessions.find(token, 0) is None


def test_the_oldest_session_makes_room() -> None:
    sessions = Sessions()
    tokens = [sessions.open(0).token for _ in range(SESSIONS_KEPT + 1)]
    assert sessions.find(tokens[0], 0) is None
    assert sessions.find(tokens[-1], 0) is not None


def test_a_session_ends_with_the_day_on_which_it_was_opened() -> None:
    sessions = Sessions()
    session = sessions.open(0, "2026-03-02")
    sessions.keep_to("2026-03-02")
    assert sessions.find(session.token, 1) is session
    sessions.keep_to(None)
    assert sessions.find(session.token, 1) is None


def test_a_session_that_was_opened_before_the_day_lasts_as_long_as_it() -> None:
    sessions = Sessions()
    session = sessions.open(0)
    sessions.keep_to(None)
    sessions.keep_to("2026-03-02")
    assert sessions.find(session.token, 1) is session
    sessions.keep_to("2026-03-03")
    assert sessions.find(session.token, 1) is None
