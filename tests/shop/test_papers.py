"""Photos and scans are kept with their visit, once, and only what is a picture or a PDF."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import archive, blobs, customers, merging, papers, search, touchpoints, visits
from lovedesk.shop.tables import Job
from lovedesk.store.desk import Desk
from tests.conftest import TODAY

PNG = b"\x89PNG\r\n\x1a\n and so on"


@pytest.fixture
def visit(desk: Desk, ana: int) -> int:
    """A visit to Ana."""
    with desk.act("visit.plan"):
        return touchpoints.plan([ana], dt.datetime(2026, 11, 24, 9, 0))


def keep(desk: Desk, visit: int, name: str, data: bytes) -> int:
    with desk.act("paper.keep"):
        return papers.keep(name, data, touchpoint=visit)


def test_a_photo_is_kept_with_the_visit_and_its_bytes_come_back(desk: Desk, visit: int) -> None:
    keep(desk, visit, "sheet.png", PNG)
    (paper,) = papers.of(visit)
    assert (paper.name, paper.kind, paper.size) == ("sheet.png", "image/png", len(PNG))
    assert blobs.get(paper.key) == PNG
    page = visits.page(visit)
    assert page is not None and page.papers == [paper]


def test_the_same_photo_again_is_kept_once(desk: Desk, visit: int) -> None:
    assert keep(desk, visit, "sheet.png", PNG) == keep(desk, visit, "again.png", PNG)
    assert len(papers.of(visit)) == 1


def test_a_photo_taken_back_or_put_away_is_not_shown_and_its_bytes_stay(desk: Desk, visit: int) -> None:
    paper = keep(desk, visit, "sheet.png", PNG)
    (key,) = [row.key for row in papers.of(visit)]
    with desk.act("paper.trash"):
        papers.trash(paper)
    assert papers.of(visit) == []
    desk.undo()
    assert len(papers.of(visit)) == 1
    desk.undo()
    assert papers.of(visit) == []
    assert blobs.get(key) == PNG


def test_what_is_no_picture_too_large_or_of_no_visit_is_refused(desk: Desk, visit: int) -> None:
    for touchpoint, data, words in ((visit, b"hello", "neither"), (visit, b"", "neither"), (1, PNG, "not here"),
                                    (visit, PNG + bytes(papers.LARGEST), "larger than 25 MB")):
        with pytest.raises(Refused, match=words):
            keep(desk, touchpoint, "sheet.png", data)
    assert papers.of(visit) == []


def other(n: int) -> bytes:
    return PNG + bytes([n])


@pytest.fixture
def job(desk: Desk, ana: int) -> int:
    """A job of Ana's."""
    with desk.act("job.add"):
        return int(Job.create(customer=ana, what="Armchair").id)


def test_pictures_of_a_customer_their_jobs_and_visits_stand_together_the_newest_first(
    desk: Desk, ana: int, visit: int, job: int,
) -> None:
    with desk.act("paper.keep"):
        papers.keep("swatch", other(1), customer=ana, on=TODAY - dt.timedelta(9))
        papers.keep("chair", other(2), job=job, on=TODAY - dt.timedelta(2))
        papers.keep("sheet", other(3), touchpoint=visit)
        papers.keep("door", other(4), customer=ana, on=TODAY)
        papers.keep("not theirs", other(5), customer=customers.add("Ben"))
    assert [(picture.name, picture.where) for picture in papers.of_customer(ana)] == [
        ("door", ("customer", ana, "")), ("sheet", ("touchpoint", visit, "Visit, Tue 24 Nov 2026")),
        ("chair", ("job", job, "Armchair")), ("swatch", ("customer", ana, ""))]
    assert [picture.day for picture in papers.of_customer(ana)][2:] == [
        TODAY - dt.timedelta(2), TODAY - dt.timedelta(9)]


def test_what_hung_on_a_merged_customer_is_theirs_now_and_goes_back(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        twin = customers.add("Ana R.")
        papers.keep("swatch", PNG, customer=twin)
    with desk.act("customer.merge"):
        merging.merge("customer", twin, ana)
    assert [picture.name for picture in papers.of_customer(ana)] == ["swatch"]
    assert papers.of_customer(twin) == []
    desk.undo()
    assert papers.of_customer(ana) == []
    assert [picture.name for picture in papers.of_customer(twin)] == ["swatch"]


def test_what_went_with_a_visit_or_a_customer_into_the_trash_is_not_shown(desk: Desk, ana: int, visit: int) -> None:
    keep(desk, visit, "sheet", PNG)
    with desk.act("visit.trash"):
        touchpoints.trash(visit)
    assert papers.of_customer(ana) == []
    desk.undo()
    assert len(papers.of_customer(ana)) == 1
    with desk.act("customer.trash"):
        customers.trash(ana)
    assert papers.of_customer(ana) == []


def test_a_picture_is_renamed_and_undo_gives_the_old_name_back(desk: Desk, ana: int, visit: int) -> None:
    paper = keep(desk, visit, "IMG 2034", PNG)
    with desk.act("paper.rename"):
        papers.rename(paper, " The  blue chair\n")
    assert [picture.name for picture in papers.of_customer(ana)] == ["The blue chair"]
    assert search.by_beginnings("blue").ids == [ana]
    desk.undo()
    assert [picture.name for picture in papers.of_customer(ana)] == ["IMG 2034"]
    with pytest.raises(Refused, match="What does it show"), desk.act("paper.rename"):
        papers.rename(paper, "  ")


def test_a_picture_is_kept_elsewhere_and_undo_brings_it_back(desk: Desk, ana: int, visit: int, job: int) -> None:
    paper = keep(desk, visit, "chair", PNG)
    for where, row in (("job", job), ("customer", ana), ("touchpoint", visit)):
        with desk.act("paper.move"):
            papers.move(paper, **{where: row})
        (picture,) = papers.of_customer(ana)
        assert picture.where[:2] == (where, row)
    desk.undo()
    (picture,) = papers.of_customer(ana)
    assert picture.where.table == "customer"


def test_what_is_gone_is_neither_renamed_nor_moved_nor_given_pictures(
    desk: Desk, ana: int, visit: int, job: int,
) -> None:
    paper = keep(desk, visit, "chair", PNG)
    for refused, words in ((lambda: papers.move(paper, job=1), "job is not here"),
                           (lambda: papers.move(paper, customer=1), "customer is not here"),
                           (lambda: papers.keep("x", PNG), "customer is not here"),
                           (lambda: papers.rename(1, "chair"), "picture is not here"),
                           (lambda: papers.trash(1), "picture is not here")):
        with pytest.raises(Refused, match=words), desk.act("paper.move"):
            refused()
    (picture,) = papers.of_customer(ana)
    assert picture.where.id == visit


def test_a_picture_may_be_kept_with_them_their_newest_jobs_and_latest_visits(
    desk: Desk, ana: int, visit: int, job: int,
) -> None:
    with desk.act("visit.plan"):
        later = touchpoints.plan([ana], dt.datetime(2026, 12, 1, 9, 0), channel="call")
    assert papers.places(ana) == [("customer", ana, ""), ("job", job, "Armchair"),
                                  ("touchpoint", later, "Call, Tue 1 Dec 2026"),
                                  ("touchpoint", visit, "Visit, Tue 24 Nov 2026")]


def test_names_of_pictures_are_found_while_what_they_hang_on_is_here(
    desk: Desk, ana: int, visit: int, job: int,
) -> None:
    with desk.act("paper.keep"):
        papers.keep("veneer", other(1), customer=ana)
        papers.keep("armrest", other(2), job=job)
        papers.keep("sketch", other(3), touchpoint=visit)
    for word in ("veneer", "armrest", "sketch"):
        assert search.by_beginnings(word).ids == [ana], word
    with desk.act("visit.trash"):
        touchpoints.trash(visit)
    assert search.by_beginnings("sketch").ids == []
    with desk.act("job.trash"):
        Job.update(state="trashed").where(Job.id == job).execute()
    assert search.by_beginnings("armrest").ids == []
    desk.undo()
    desk.undo()
    for word in ("armrest", "sketch"):
        assert search.by_beginnings(word).ids == [ana], word


def test_an_export_holds_pictures_with_what_they_are_kept_with(
    desk: Desk, ana: int, job: int, fresh_desk: Callable[[], Desk],
) -> None:
    with desk.act("paper.keep"):
        papers.keep("swatch", other(1), customer=ana, on=TODAY)
        papers.keep("chair", other(2), job=job, on=TODAY)
    before = papers.of_customer(ana)
    data = archive.export()
    desk.close()
    empty = fresh_desk()
    with empty.act("archive.restore") as recorder:
        archive.bring_back(data, recorder.insert_many)
    assert papers.of_customer(ana) == before
    assert [blobs.get(picture.key) for picture in before] == [other(2), other(1)]
    empty.close()
