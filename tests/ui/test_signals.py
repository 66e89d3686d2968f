"""What changed is told in the window's thread, whoever did it; what is long is done aside, can fail, and be stopped."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable, Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from lovedesk.mishaps import Refused
from lovedesk.shop import customers
from lovedesk.store.desk import Desk
from lovedesk.ui.signals import Aside, DeskSignals, Progress


@pytest.fixture
def aside(desk: Desk, qtbot: QtBot) -> Iterator[Aside]:
    """A thread for long work, on an empty desk."""
    parent = QObject()
    made = Aside(desk, parent)
    yield made
    made.close()


class Told:
    """Keeps what was told, and in which thread."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[str] = []
        self.threads: set[threading.Thread] = set()

    def hear(self, result: object) -> None:
        self.done.append(result)
        self.threads.add(threading.current_thread())

    def hear_no(self, sentence: str) -> None:
        self.failed.append(sentence)
        self.threads.add(threading.current_thread())


def run(aside: Aside, qtbot: QtBot, work: object) -> Told:
    """Let something be done aside and wait until it is over."""
    told = Told()
    with qtbot.waitSignal(aside.ended):
        aside.run("Working", work, told.hear, told.hear_no)  # type: ignore[arg-type]  # each is a work of its own
    qtbot.waitUntil(lambda: bool(told.done or told.failed))
    return told


def test_work_is_done_in_another_thread_and_told_in_the_windows(aside: Aside, qtbot: QtBot) -> None:
    def work(progress: Progress) -> threading.Thread:
        progress(1, 2)
        return threading.current_thread()

    checks: list[Callable[..., bool]] = [lambda words: words == "Working", lambda *steps: steps == (1, 2), lambda: True]
    with qtbot.waitSignals([aside.began, aside.progressed, aside.ended], order="strict", check_params_cbs=checks):
        told = run(aside, qtbot, work)
    assert told.threads == {threading.current_thread()}
    assert told.done[0] is not threading.current_thread()


def test_what_was_acted_aside_is_stored_and_told_to_the_window(desk: Desk, aside: Aside, qtbot: QtBot) -> None:
    signals = DeskSignals(desk, aside)

    def work(_progress: Progress) -> int:
        with desk.long_act("customer.add"):
            return customers.add("Ana")

    with qtbot.waitSignal(signals.changed) as heard:
        told = run(aside, qtbot, work)
    assert heard.args == [frozenset({"customer", "person", "membership"})]
    assert customers.ids() == told.done
    signals.close()


def test_a_refusal_is_told_in_its_own_words(aside: Aside, qtbot: QtBot) -> None:
    def work(_progress: Progress) -> None:
        raise Refused("The disk is full.")

    assert run(aside, qtbot, work).failed == ["The disk is full."]


def test_a_bug_is_written_down_said_and_takes_its_action_back(
    desk: Desk, aside: Aside, qtbot: QtBot, caplog: pytest.LogCaptureFixture,
) -> None:
    def work(_progress: Progress) -> None:
        with desk.long_act("customer.add"):
            customers.add("Ana")
            raise ZeroDivisionError("the tea is cold")

    with caplog.at_level(logging.ERROR, "lovedesk"):
        told = run(aside, qtbot, work)
    assert "Nothing was changed" in told.failed[0]
    assert "the tea is cold" in caplog.text
    assert customers.ids() == []
    assert run(aside, qtbot, lambda _progress: "it goes on").done == ["it goes on"]


def test_cancelling_takes_everything_back_and_says_nothing(desk: Desk, aside: Aside, qtbot: QtBot) -> None:
    begun = threading.Event()

    def work(progress: Progress) -> None:
        with desk.long_act("customer.add"):
            customers.add("Ana")
            begun.set()
            while True:
                progress(0, 0)

    told = Told()
    with qtbot.waitSignal(aside.ended):
        aside.run("Working", work, told.hear, told.hear_no)
        assert begun.wait(10)
        aside.cancel()
    qtbot.waitUntil(lambda: bool(told.failed))
    assert (told.done, told.failed) == ([], [""])
    assert customers.ids() == []
    assert run(aside, qtbot, lambda progress: progress(1, 1)).done == [None]


def test_closing_stops_what_is_being_done(desk: Desk, aside: Aside, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        with desk.long_act("customer.add"):
            customers.add("Ana")
            while True:
                progress(0, 0)

    told = Told()
    aside.run("Working", work, told.hear, told.hear_no)
    aside.close()
    assert customers.ids() == []


def test_once_closed_it_hears_no_more(desk: Desk, qtbot: QtBot) -> None:
    parent = QObject()
    signals = DeskSignals(desk, parent)
    with qtbot.waitSignal(signals.changed), desk.act("customer.add"):
        customers.add("Ana")
    signals.close()
    with qtbot.assertNotEmitted(signals.changed), desk.act("customer.add"):
        customers.add("Ben")


def test_a_page_that_is_gone_is_told_nothing_more(aside: Aside, qtbot: QtBot) -> None:
    class Page(QObject):
        """A page that asks, and is deleted before the answer comes."""

        told: ClassVar[list[object]] = []

        def hear(self, result: object) -> None:
            """Note the answer."""
            self.told.append(result)

    page, go_on = Page(), threading.Event()
    aside.run("", lambda _progress: go_on.wait(5), page.hear, page.hear)
    delete(page)
    go_on.set()
    qtbot.waitUntil(lambda: not aside.waiting)
    assert Page.told == []


@pytest.mark.parametrize("words", ["", "Working"])
def test_nothing_of_the_windows_is_swept_away_on_the_thread(aside: Aside, qtbot: QtBot, words: str) -> None:
    told = Told()
    aside.run(words, lambda _progress: gc.isenabled(), told.hear, told.hear_no)
    qtbot.waitUntil(lambda: bool(told.done))
    assert told.done == [False]
    assert gc.isenabled()
