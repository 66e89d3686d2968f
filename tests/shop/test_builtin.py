"""The words that come with the program hold together, and fit where they are shown."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
import tomllib
from typing import Any

import pytest

from lovedesk import paths
from lovedesk.shop import builtin

SAMPLE = paths.resources() / "sample"
NARROW = 30                 # letters that a column of the prep sheet takes on one line
WIDE = 62                   # letters of a question beside its topic


def no_slug_twice(slugs: list[str]) -> bool:
    return len(slugs) == len(set(slugs))


def test_each_entry_has_a_slug_of_its_own() -> None:
    for entries in (builtin.topics(), builtin.occasions(), builtin.channels(), builtin.checklists(),
                    builtin.questions()):
        assert no_slug_twice([entry.slug for entry in entries])


@pytest.mark.parametrize("slug", ["worry", "family", "between", "place"])
def test_what_is_tender_stays_off_paper(slug: str) -> None:
    assert not builtin.topic(slug).paper


def test_need_may_stand_on_paper() -> None:
    assert builtin.topic("need").paper


def test_a_topic_of_the_shops_own_is_shown_by_its_slug() -> None:
    assert builtin.topic_label("boats and bikes") == "Boats and bikes"
    assert builtin.topic("boats and bikes").paper


def test_labels_are_words() -> None:
    assert builtin.topic_label("say") == "How to say the name"
    assert builtin.occasion_label("problem") == "Putting right"
    assert builtin.channel_label("video") == "Video call"


def test_what_has_no_occasion_shows_none() -> None:
    assert builtin.occasion_label("") == ""


def test_an_occasion_from_elsewhere_is_shown_plainly() -> None:
    assert builtin.occasion("fair").label == "Fair"
    assert builtin.occasion("fair").tone == "neutral"


def test_trouble_is_amber_and_a_good_time_green() -> None:
    assert builtin.occasion("problem").tone == "amber"
    assert builtin.occasion("great").tone == "green"


def test_there_is_a_checklist_for_each_kind_of_visit() -> None:
    assert [found.slug for found in builtin.checklists()] == [
        "good-times", "first-visit", "problem", "price-change", "bill", "ask", "send-bill", "delivery", "repair",
        "letter", "celebration", "good-bye", "own-path"]


def test_a_checklist_that_is_none_is_not_found() -> None:
    assert builtin.checklist("good-old-times") is None


WITH_THEM = [checklist for checklist in builtin.checklists() if checklist.slug != builtin.OWN_PATH]


@pytest.mark.parametrize("checklist", WITH_THEM, ids=lambda checklist: checklist.slug)
def test_a_checklist_fits_the_sheet(checklist: builtin.Checklist) -> None:
    rows = {kind: [item for item in checklist.items if item.kind == kind] for kind in ("bring", "tell", "do", "ask")}
    assert sum(map(len, rows.values())) == len(checklist.items)
    assert all(2 <= len(rows[kind]) <= 4 for kind in ("bring", "tell", "do"))
    assert 2 <= len(rows["ask"]) <= 3
    assert [item.text for item in checklist.items if item.kind != "ask" and len(item.text) > NARROW] == []
    assert [item.text for item in rows["ask"] if len(item.text) > WIDE] == []


def test_the_own_path_has_headings_and_asks_what_was_hard() -> None:
    path = builtin.checklist(builtin.OWN_PATH)
    assert path is not None
    assert [item.text for item in path.items if item.kind != "ask" and len(item.text) > NARROW] == []
    assert {item.section for item in path.items if item.kind == "ask"} == {
        item.section for item in path.items if item.kind == "do"}
    assert (path.occasion, path.minutes > 0, any(item.required for item in path.items)) == ("", True, True)
    assert all(not item.topic for item in path.items)


@pytest.mark.parametrize("checklist", WITH_THEM, ids=lambda checklist: checklist.slug)
def test_a_checklist_names_only_what_there_is(checklist: builtin.Checklist) -> None:
    assert checklist.occasion in {found.slug for found in builtin.occasions()}
    assert checklist.channel in {found.slug for found in builtin.channels()}
    topics = {found.slug for found in builtin.topics()}
    assert all((item.topic in topics) == (item.kind == "ask") for item in checklist.items)
    assert any(item.required for item in checklist.items)
    assert checklist.title and checklist.about and checklist.minutes


def test_no_checklist_asks_on_paper_for_what_stays_off_it() -> None:
    asked = {item.topic for found in WITH_THEM for item in found.items if item.kind == "ask"}
    assert all(builtin.topic(slug).paper for slug in asked)


def test_questions_come_heaviest_first() -> None:
    weights = [question.weight for question in builtin.questions()]
    assert weights == sorted(weights, reverse=True)


def test_questions_are_questions_about_known_topics() -> None:
    known = {found.slug for found in builtin.topics()} | {"birthday"}
    for question in builtin.questions():
        assert question.topic in known
        assert question.whom in {"customer", "person"}
        assert question.text.format(name="Ana").endswith("?")
        assert len(question.text) <= WIDE


def test_a_person_is_never_asked_what_only_a_business_can_answer() -> None:
    assert all(question.whom == "customer" for question in builtin.questions() if question.business)


def test_loading_the_module_reads_no_file() -> None:
    code = "import lovedesk.shop.builtin, sys; sys.exit('tomllib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.fixture(scope="module")
def sample() -> list[dict[str, Any]]:
    customers: list[dict[str, Any]] = tomllib.loads((SAMPLE / "shop.toml").read_text(encoding="utf-8"))["customer"]
    return customers


@pytest.fixture(scope="module")
def cards() -> list[str]:
    text = (SAMPLE / "contacts.vcf").read_bytes().decode().replace("\r\n ", "").replace("\r\n", "\n")
    return text.replace("\\,", ",").split("BEGIN:VCARD\n")[1:]


def value(card: str, name: str) -> str:
    found = re.search(rf"^{name}:(.*)$", card, re.MULTILINE)
    return found[1].rstrip(";") if found else ""


def people_of(cards: list[str], customer: str) -> set[str]:
    """Who is at a customer by the file, as the cards show them: "Dr Farah Haddad"."""
    at = [card for card in cards if customer == (value(card, "ORG") or value(card, "FN"))]
    return {value(card, "FN") for card in at if "X-ABShowAs" not in card}


def named_people(customer: dict[str, Any]) -> set[str]:
    lines = customer.get("people", [])
    names = {line["name"] for line in lines}
    for line in customer.get("details", []) + customer.get("followups", []) + customer.get("days", []):
        names |= {line["person"]} if "person" in line else set()
    for touchpoint in customer.get("touchpoint", []):
        names |= set(touchpoint.get("people", []))
        names |= {item["person"] for item in touchpoint.get("items", []) if "person" in item}
    return names


def test_the_sample_speaks_of_the_customers_and_people_in_its_contacts(
    sample: list[dict[str, Any]], cards: list[str],
) -> None:
    assert {customer["name"] for customer in sample} == {value(card, "ORG") or value(card, "FN") for card in cards}
    for customer in sample:
        assert named_people(customer) <= people_of(cards, customer["name"])


def test_the_sample_uses_only_built_in_words(sample: list[dict[str, Any]]) -> None:
    topics = {found.slug for found in builtin.topics()}
    occasions = {found.slug for found in builtin.occasions()}
    channels = {found.slug for found in builtin.channels()}
    for customer in sample:
        assert {detail["topic"] for detail in customer.get("details", [])} <= topics
        for touchpoint in customer.get("touchpoint", []):
            assert touchpoint["occasion"] in occasions
            assert touchpoint.get("channel", "visit") in channels
            assert "checklist" not in touchpoint or builtin.checklist(touchpoint["checklist"])


def test_the_samples_items_fit_the_sheet(sample: list[dict[str, Any]]) -> None:
    items = [item for customer in sample for touchpoint in customer.get("touchpoint", [])
             for item in touchpoint.get("items", [])]
    assert [item["text"] for item in items if len(item["text"]) > (WIDE if item["kind"] == "ask" else NARROW)] == []
    assert all(("topic" in item) == (item["kind"] == "ask") for item in items)


def test_the_sample_has_a_round_tomorrow_and_a_sheet_to_type_in(sample: list[dict[str, Any]]) -> None:
    still_open = [touchpoint for customer in sample for touchpoint in customer.get("touchpoint", [])
                  if not touchpoint.get("done")]
    assert sorted(touchpoint["time"] for touchpoint in still_open if touchpoint["day"] == 0) == [
        "09:30", "11:15", "15:00"]
    tomorrow = [touchpoint for touchpoint in still_open if touchpoint["day"] == 1]
    assert len(tomorrow) == 4
    assert all(any(item["kind"] == "bring" for item in touchpoint["items"]) for touchpoint in tomorrow)
    assert [touchpoint["day"] for touchpoint in still_open if touchpoint["day"] < 0] == [-1]


def test_nobody_in_the_sample_can_be_called_or_written_to(cards: list[str]) -> None:
    text = "\n".join(cards)
    numbers = re.findall(r"^TEL[^:]*:(.*)$", text, re.MULTILINE)
    assert numbers and all(re.fullmatch(r"0151 496 0\d{3}", number) for number in numbers)   # kept for fiction
    assert all(address.endswith(".example") for address in re.findall(r"\S+@(\S+)", text))


def test_the_samples_faces_are_small_pictures(cards: list[str]) -> None:
    photos = [base64.b64decode(value(card, "PHOTO;ENCODING=b;TYPE=JPEG"), validate=True)
              for card in cards if "PHOTO" in card]
    assert photos and all(photo.startswith(b"\xff\xd8") and len(photo) < 4096 for photo in photos)
