"""Files like real ones, damaged in every way: nothing raises or hangs, and no good card is lost beside a bad one."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lovedesk.formats import contacts

CARDS = [
    ("BEGIN:VCARD\r\nVERSION:3.0\r\nN:Keller;Ana;;;\r\nFN:Ana Keller\r\nitem1.EMAIL;type=INTERNET;type=pref:a@x.ch\r\n"
     "item1.X-ABLabel:_$!<School>!$_\r\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-04-16\r\nitem2.X-ABRELATEDNAMES:Mia\r\n"
     "item2.X-ABLabel:_$!<Daughter>!$_\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD\r\n  2wBDAAgGBgcG\r\n"
     "NOTE:tea\\, not coffee\\nand\r\n \xc3\xbc\r\nEND:VCARD\r\n"),
    ("BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=C3=BC=6C=6C=65=72;=41=6E=61;;;\n"
     "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=41=6E=61=20=4D=C3=BC=6C=\n=6C=65=72\nTEL;CELL;PREF:1\nORG:One\n"
     "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Kim;14;;;\nAGENT:\nBEGIN:VCARD\nFN:Lou\nEND:VCARD\nEND:VCARD\n"),
    ('BEGIN:VCARD\nVERSION:4.0\nFN:Jo\nTEL;VALUE=uri;TYPE="HOME,VOICE":tel:+1-5;ext=1\nBDAY:--0415\n'
     'RELATED;VALUE=text:K\n'
     "ADR;LABEL=\"a^nb\":;;x;y;;;\nPHOTO:data:image/png;base64,iVBORw0KGgo=\nNOTE:a\\Nb\nX-LOVEDESK-DETAIL;TOPIC=care:c\n"
     "END:VCARD\n"),
]
TABLES = [
    ("Name,Given Name,Family Name,Birthday,Group Membership,E-mail 1 - Type,E-mail 1 - Value\n"
     'Ana Keller,Ana,Keller, --03-07,* My Contacts ::: North,* Home,"a@x.ch ::: b@x.ch"\n'),
    ('Anrede;Vorname;Nachname;Straße geschäftlich;Geburtstag;Notizen\n'
     'Frau;Zoë;Müller;"Str. 1\nHof";3.4.1980;"a ""b"" c"\n'),
    "Our customers,,,\n,,,\nCustomer,Contact,Tel.,Birthday\nAcme,Jo,1,4/3/80\nBeta,,=\"02\",\n",
]
GOOD = "\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:The Good Card\r\nTEL:0123 456\r\nEND:VCARD\r\n"
HINTS = [b"BEGIN:VCARD", b"END:VCARD", b"\n", b"\r", b'"', b":", b";", b"=", b"\\", b"\xff", b"\x00", b"AGENT:", b"\n ",
         b"ENCODING=b:", b";QUOTED-PRINTABLE:", b"BDAY:", b"ADR:", b"=\n", b",", b"\t", b"{", b"item1."]

junk = st.lists(st.one_of(st.sampled_from(HINTS), st.binary(max_size=12), st.text(max_size=8).map(
    lambda text: text.encode("utf-8", "ignore"))), max_size=12).map(b"".join)


@st.composite
def damaged(draw: st.DrawFn, sources: list[str]) -> bytes:
    """A file with bytes taken out, put in, doubled or cut off."""
    data = "".join(draw(st.lists(st.sampled_from(sources), min_size=1, max_size=3))).encode(
        draw(st.sampled_from(["utf-8", "latin-1", "cp850", "utf-16"])), "replace")
    for _change in range(draw(st.integers(0, 4))):
        at, length = draw(st.integers(0, len(data))), draw(st.integers(0, 40))
        kind = draw(st.integers(0, 3))
        if kind == 0:
            data = data[:at] + data[at + length:]
        elif kind == 1:
            data = data[:at] + draw(junk) + data[at:]
        elif kind == 2:
            data = data[:at + length] + data[at:]
        else:
            data = data[:max(at, 30)]
    return data


@settings(max_examples=300, deadline=None)
@given(damaged(CARDS))
def test_a_good_card_after_or_before_any_damage_comes_out(data: bytes) -> None:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or data.count(b"\0") > 3:
        contacts.read(data, "x")        # of two encodings in one file the mark tells of one
        return
    before = contacts.read(GOOD.encode() + data, "x")
    assert "The Good Card" in [card.name for card in before.cards]
    after = contacts.read(data + GOOD.encode(), "x")
    assert "The Good Card" in [card.name for card in after.cards]


@settings(max_examples=300, deadline=None)
@given(damaged(TABLES))
def test_a_damaged_table_never_raises(data: bytes) -> None:
    contacts.read(data, "x")
    contacts.look(data, "x")


@settings(max_examples=150, deadline=None)
@given(junk)
def test_a_good_row_stands_beside_any_bad_one(bad: bytes) -> None:
    head, good = b"Name,Phone,Birthday\n", b"The Good Row,0123 456,1.2.1980\n" * 3
    reading = contacts.read(head + good + bad.replace(b"\0", b"") + b"\n" + good, "x")
    assert "The Good Row" in [card.name for card in reading.cards] or b"VCARD" in bad


def phones(count: int) -> str:
    return "".join(f"Phone {number}," for number in range(count))


LARGE = {
    "a first line of all delimiters": "".join(random.Random(1).choices(",;\t|ab\"", k=500_000))
    + "\nName,Phone\nAna,1\n",
    "60,000 headers": "Name," + phones(30_000) + "\n" + "Ana,1\n" * 1000,
    "quotes that never close": "Name,Phone\n" + 'a,"1\n' * 20_000 + "Ana,1\n",
    "a quote before each row": "Name,Phone\n" + '"a,1\n' * 20_000 + "Ana,1\n",
    "a cell of a thousand lines": 'Name,Phone,Notes\nBen,1,"' + "x\n" * 200_000 + '"\nAna,2,ok\n',
    "a long cell": 'Name,Phone,Notes\nBen,1,"' + "x" * 1_000_000 + '"\nAna,2,ok\n',
    "40 cells below 3 headers": "Name,Phone,Notes\n" + ",".join(map(str, range(40))) + "\nAna,1,x\n",
    "many labels": "BEGIN:VCARD\nFN:Ana\n" + "".join(f"LABEL;TYPE=x{n}:n{n}\n" for n in range(20_000)) + "END:VCARD\n",
    "many titles": "BEGIN:VCARD\nFN:Ana\n" + "".join(f"TITLE:n{n}\nNICKNAME:n{n}\n" for n in range(15_000))
    + "END:VCARD\n",
    "many folds": "BEGIN:VCARD\nFN:Ana\nNOTE:x\n" + " y\n" * 150_000 + "END:VCARD\n",
    "many begins": "BEGIN:VCARD\n" * 40_000 + "FN:Ana\nEND:VCARD\n",
    "rows of a letter": "Name\nAna\n" + "a\n" * 150_000,
    "broken quotes": "Name,Phone\nAna,1\n" + '"a,1\n' * 80_000,
    "code pages": "Name,Phone\nAna,1\n" + "".join(f"\udcff{n % 999}Zo\udceb,{n}\n" for n in range(30_000)),
    "many agents": "BEGIN:VCARD\nFN:Ana\n" + "AGENT:\nBEGIN:VCARD\n" * 20_000,
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_and_odd_file_is_read_and_the_good_card_is_there(name: str) -> None:
    reading = contacts.read(LARGE[name].encode("utf-8", "surrogateescape"), "x")
    assert "Ana" in [card.name for card in reading.cards]


def test_an_archive_or_a_web_page_named_as_a_card_says_what_it_is() -> None:
    assert "packed" in contacts.read(b"PK\x03\x04" + GOOD.encode() + b"\0" * 100, "x.vcf").unreadable[0].reason
    assert "no contacts" in contacts.read(b"<!DOCTYPE html><html>Sign in</html>", "x.vcf").unreadable[0].reason
