from console.attempts import LOCK_S, TRIES_IN_ALL, TRIES_PER_ADDRESS, WINDOW_S, WRONG_BEFORE_LOCK, Attempts


def tried(attempts: Attempts, address: str, times: int, now_s: float = 0) -> list[bool]:
    return [attempts.may_try(address, now_s) for _ in range(times)]


def test_an_address_may_try_a_few_times_and_then_waits() -> None:
    attempts = Attempts()
    assert tried(attempts, "a", TRIES_PER_ADDRESS + 1) == [True] * TRIES_PER_ADDRESS + [False]
    assert attempts.may_try("a", WINDOW_S)


def test_a_refused_try_does_not_lengthen_the_wait() -> None:
    attempts = Attempts()
    tried(attempts, "a", TRIES_PER_ADDRESS)
    tried(attempts, "a", 10, now_s=WINDOW_S - 1)
    assert attempts.may_try("a", WINDOW_S)


def test_many_addresses_together_have_a_limit_too() -> None:
    attempts = Attempts()
    assert all(attempts.may_try(f"a{n}", 0) for n in range(TRIES_IN_ALL))
    assert not attempts.may_try("one more", 0)


def test_who_knew_the_password_before_is_not_locked_out_by_strangers() -> None:
    attempts = Attempts()
    attempts.may_try("desk", 0)
    attempts.succeeded("desk")
    for n in range(TRIES_IN_ALL):
        attempts.may_try(f"a{n}", 1)
    assert attempts.may_try("desk", 2)


def test_knowing_the_password_once_gives_no_endless_tries() -> None:
    attempts = Attempts()
    attempts.succeeded("desk")
    assert not tried(attempts, "desk", TRIES_PER_ADDRESS + 1)[-1]


def test_a_crowd_of_addresses_does_not_fill_the_memory() -> None:
    attempts = Attempts()
    for n in range(3000):
        attempts.may_try(f"a{n}", n)
        attempts.succeeded(f"b{n}")
    assert len(attempts._by_address) <= 1000
    assert len(attempts._known) <= 1000


def test_an_address_that_was_wrong_for_an_hour_is_locked_out() -> None:
    attempts = Attempts()
    for n in range(WRONG_BEFORE_LOCK):
        attempts.failed("a", n * WINDOW_S)
    last_s = WRONG_BEFORE_LOCK * WINDOW_S
    assert not attempts.may_try("a", last_s)
    assert attempts.is_locked("a", last_s)
    assert attempts.may_try("b", last_s)
    assert attempts.may_try("a", LOCK_S)


def test_the_right_password_takes_the_wrong_ones_back() -> None:
    attempts = Attempts()
    for n in range(WRONG_BEFORE_LOCK - 1):
        attempts.failed("a", n)
    attempts.succeeded("a")
    attempts.failed("a", 30)
    assert not attempts.is_locked("a", 31)
