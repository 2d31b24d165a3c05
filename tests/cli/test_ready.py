"""What the first answer would wait for is done in another thread, once."""

import asyncio
import threading

import pytest

from ipsskills.cli.interview.ready import GettingReady
from ipsskills.errors import StoreError


def started(ready: GettingReady, times: int = 1) -> None:
    """Start in a loop, as a screen does, and let the loop go on until all is done."""

    async def run() -> None:
        for _ in range(times):
            ready.start()
        await asyncio.to_thread(ready.wait)
        await asyncio.sleep(0)

    asyncio.run(run())


def test_it_is_done_once_and_followed_up_in_the_first_thread() -> None:
    threads: list[threading.Thread] = []
    ready = GettingReady(
        lambda: threads.append(threading.current_thread()),
        lambda: threads.append(threading.current_thread()),
    )
    started(ready, times=3)
    assert len(threads) == 2
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


@pytest.mark.parametrize("error", [StoreError("The disk is full."), ValueError("a bug")])
def test_what_goes_wrong_is_left_to_the_first_answer(error: Exception) -> None:
    done: list[str] = []

    def fail() -> None:
        raise error

    started(GettingReady(fail, lambda: done.append("then")))
    assert done == ["then"]


def test_leaving_before_it_is_done_is_no_fault() -> None:
    going = threading.Event()
    done: list[str] = []
    ready = GettingReady(lambda: assert_set(going), lambda: done.append("then"))

    async def leave_at_once() -> None:
        ready.start()

    asyncio.run(leave_at_once())
    going.set()
    ready.wait()
    assert done == []


def assert_set(event: threading.Event) -> None:
    assert event.wait(timeout=60)


def test_without_a_start_there_is_nothing_to_wait_for() -> None:
    GettingReady(lambda: None, lambda: None).wait()
