from wire.connection.backoff import CEILING_S, FACTOR, FIRST_S, JITTER, STABLE_S, Backoff


def is_about(wait_s: float, expected_s: float) -> bool:
    return expected_s * (1 - JITTER) <= wait_s <= expected_s * (1 + JITTER)


def test_waits_grow_from_the_first_to_the_ceiling() -> None:
    backoff = Backoff()
    waits = [backoff.next_s() for _ in range(12)]
    assert is_about(waits[0], FIRST_S)
    assert is_about(waits[1], FIRST_S * FACTOR)
    assert is_about(waits[2], FIRST_S * FACTOR * FACTOR)
    assert all(is_about(wait_s, CEILING_S) for wait_s in waits[6:])


def test_a_stable_connection_starts_afresh() -> None:
    backoff = Backoff()
    for _ in range(5):
        backoff.next_s()
    backoff.note_lasted(STABLE_S)
    assert is_about(backoff.next_s(), FIRST_S)


def test_a_short_connection_does_not() -> None:
    backoff = Backoff()
    for _ in range(10):
        backoff.next_s()
    backoff.note_lasted(STABLE_S / 2)
    assert is_about(backoff.next_s(), CEILING_S)


def test_two_devices_do_not_wait_equally_long() -> None:
    assert len({Backoff().next_s() for _ in range(20)}) > 1
