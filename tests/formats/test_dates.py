import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.formats import dates
from lovedesk.formats.dates import Date


@pytest.mark.parametrize(("text", "day"), [
    ("3.4.1980", Date(4, 3, 1980)), ("03.04.80", Date(4, 3, 1980)), ("4/3/80", Date(4, 3, 1980)),
    ("1980-04-03", Date(4, 3, 1980)), ("1980/04/03", Date(4, 3, 1980)), ("3.4.", Date(4, 3)), (" --03-07", Date(3, 7)),
    ("13/4/1980", Date(4, 13, 1980)), ("4/13/1980", Date(4, 13, 1980)), ("3 April 1980", Date(4, 3, 1980)),
    ("April 3, 1980", Date(4, 3, 1980)), ("3. März 1980", Date(3, 3, 1980)), ("1er avril 1980", Date(4, 1, 1980)),
    ("3 de abril de 1980", Date(4, 3, 1980)), ("3 apr", Date(4, 3)), ("3-Apr-80", Date(4, 3, 1980)),
    ("1980年4月3日", Date(4, 3, 1980)), ("3.4.1980 00:00:00", Date(4, 3, 1980)), ("29.2.1604", Date(2, 29)),
    ("0.0.00", None), ("0/0/00", None), ("", None), ("circa 1800", None), ("0000-00-00", None), ("31.4.1980", None),
    ("1980", None), ("May", None), ("2147483648/1/1", None),
])
def test_days_as_people_write_them(text: str, day: Date | None) -> None:
    assert dates.read(text, day_first="/" not in text or text.startswith("13")) == day


@pytest.mark.parametrize(("texts", "order"), [
    (["1/2/80", "13/2/80"], True), (["1/2/80", "2/13/80"], False), (["1/2/80"], None), (["1.2.80"], True),
    (["1/13/80", "13/1/80"], None), (["1980-04-03"], None), ([], None),
])
def test_a_column_tells_its_order(texts: list[str], order: bool | None) -> None:
    assert dates.order_of(texts) is order


@given(st.text())
def test_no_text_raises(text: str) -> None:
    dates.read(text)
    dates.order_of([text])
