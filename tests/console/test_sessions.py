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
