from __future__ import annotations

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import details, people, questions, special_days
from lovedesk.store.desk import Desk
from lovedesk.ui.places.customers import Customers
from lovedesk.ui.places.profile_questions import Unknown
from tests.conftest import TODAY
from tests.hands import all_names, enter, one, press, type_into


def asked(page: Customers) -> list[str]:
    return all_names(Unknown, page)


def decline_all_but(topic: str, desk: Desk, customer: int) -> None:
    """Leave the questions of one topic."""
    with desk.act("question.decline"):
        while others := [offer for offer in questions.worth_asking(customer, count=100) if offer.topic != topic]:
            for offer in others:
                questions.decline(customer, offer.slug)


def test_an_answer_becomes_a_detail_and_its_question_goes(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    question = asked(page)[0]
    press(question, page, qtbot)
    qtbot.keyClicks(one(QLineEdit, "Answer", page), "A stool that a child can climb")
    enter(qtbot)
    found = details.of(halcyon)
    assert [(row.text, row.topic, row.learned_on) for row in found] == [
        ("A stool that a child can climb", "need", TODAY)]
    assert question not in asked(page)


def test_a_question_that_is_not_for_them_goes_for_good(page: Customers, qtbot: QtBot, desk: Desk) -> None:
    question = asked(page)[0]
    press(question, page, qtbot)
    press("Not for them", page, qtbot)
    assert question not in asked(page)
    desk.undo()
    assert question in asked(page)


def test_a_birthday_that_is_told_becomes_a_day(page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    decline_all_but("birthday", desk, halcyon)
    question = next(name for name in asked(page) if "birthday" in name)
    press(question, page, qtbot)
    line = one(QLineEdit, "Answer", page)
    qtbot.keyClicks(line, "soon")
    enter(qtbot)
    assert "No day can be read here" in line.accessibleDescription()
    type_into(line, "29 Feb", qtbot)
    enter(qtbot)
    assert [(day.month, day.day, day.year) for day in special_days.of(halcyon)] == [(2, 29, None)]


def test_how_to_say_a_name_goes_to_the_person(page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    decline_all_but("say", desk, halcyon)
    (question,) = asked(page)
    press(question, page, qtbot)
    qtbot.keyClicks(one(QLineEdit, "Answer", page), "oh-KON-kwoh")
    enter(qtbot)
    assert [person.say for person in people.at(halcyon)] == ["see-oh-MAH-rah", "oh-KON-kwoh"]
