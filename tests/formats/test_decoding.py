import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.formats import decoding


@pytest.mark.parametrize(("codec", "text"), [
    ("cp1252", "Jürgen Müller"), ("cp1252", "Søren Åkerström"), ("cp1252", "It’s – “good”"), ("cp1252", "MÜLLER GRÖßE"),
    ("cp1250", "Jiří Dvořák"), ("cp1250", "Wiśniewska"), ("cp1250", "Kovač Žiga"), ("cp1251", "ИВАН ПЕТРОВ"),
    ("cp850", "Müller Grün"), ("mac_roman", "José Müller"),
    ("koi8_r", "Иван Петров"), ("cp1253", "Γιώργος Παπαδόπουλος"),
    ("cp1254", "Ayşe Yıldız Güneş"),
    ("cp932", "ヤマダ;タロウ"), ("gb18030", "王小明 上海市"), ("big5", "陳大明"), ("cp949", "김철수"),
])
def test_the_likeliest_code_page(codec: str, text: str) -> None:
    assert decoding.guess(text.encode(codec)) == codec


def test_a_country_settles_what_letters_leave_open() -> None:
    data = "Niccolò".encode("cp1252")
    assert data.decode(decoding.guess(data, "IT")) == "Niccolò"


def test_a_country_does_not_outweigh_another_alphabet() -> None:
    data = "Петров;Иван\nРога и копыта\nлюбит чай".encode("cp1251")
    assert [decoding.guess(data, country) for country in ("GB", "DE", "CZ")] == ["cp1251"] * 3
    assert decoding.guess("Ψαρράς Νίκος".encode("cp1253"), "GB") == "cp1253"


def test_text_in_utf16_without_a_mark() -> None:
    assert decoding.text_of("Name;Tél\nJo;1\n".encode("utf-16-le")) == "Name;Tél\nJo;1\n"


@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    decoding.text_of(data).encode()


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf8_comes_through_whole(text: str) -> None:
    assert decoding.text_of(text.encode()) == text
