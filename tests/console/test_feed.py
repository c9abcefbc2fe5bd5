import asyncio
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any, TypeVar

import pytest

from console.feed import STREAMS_OF_ONE_SESSION, Feed, TooMany
from console.sessions import Session

Result = TypeVar("Result")


def run(looking: Coroutine[Any, Any, Result]) -> Result:
    """On a thread of its own: a browser of other tests may keep an event loop on this one."""
    with ThreadPoolExecutor(1) as other:
        return other.submit(asyncio.run, looking).result(30)


def session(desk: str | None = "1") -> Session:
    return Session(token="t", ends_s=1e9, desk=desk)


def test_an_onlooker_hears_of_a_change_that_came_while_it_drew() -> None:
    async def look() -> float:
        feed = Feed()
        with feed.look_on(session()) as onlooker:
            feed.tell()
            feed.tell()
            began_s = time.monotonic()
            await onlooker.wait(30)
            return time.monotonic() - began_s

    assert run(look()) < 20


def test_many_changes_are_one_sign() -> None:
    async def look() -> float:
        feed = Feed()
        with feed.look_on(session()) as onlooker:
            for _ in range(100):
                feed.tell()
            await onlooker.wait(30)
            began_s = time.monotonic()
            await onlooker.wait(0.1)
            return time.monotonic() - began_s

    assert run(look()) >= 0.09


def test_one_session_cannot_take_all_the_streams() -> None:
    async def look() -> None:
        feed, own = Feed(), session()
        with ExitStack() as pages:
            for _ in range(STREAMS_OF_ONE_SESSION):
                pages.enter_context(feed.look_on(own))
            with pytest.raises(TooMany):
                pages.enter_context(feed.look_on(own))
            pages.enter_context(feed.look_on(session()))

    run(look())


def test_a_desk_is_shared_when_another_browser_looks_on_from_it() -> None:
    async def look() -> tuple[bool, bool, bool]:
        feed, one = Feed(), session()
        with feed.look_on(one):
            alone = feed.is_shared(one)
            with feed.look_on(session("2")):
                elsewhere = feed.is_shared(one)
            with feed.look_on(session("1")):
                return alone, elsewhere, feed.is_shared(one)

    assert run(look()) == (False, False, True)
