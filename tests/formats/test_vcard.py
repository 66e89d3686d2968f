import base64
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lovedesk.formats import contacts
from lovedesk.formats.records import Card, CardLink, Fact, Reading, Relation, Way, YearlyDay

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


def read(text: str | bytes, country: str = "GB") -> Reading:
    return contacts.read(text if isinstance(text, bytes) else text.encode(), "people.vcf", country=country)


def one(*lines: str, country: str = "GB", version: str = "3.0") -> Card:
    reading = read("\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]), country)
    assert reading.unreadable == []
    assert len(reading.cards) == 1
    return reading.cards[0]


def values(card: Card, kind: str) -> list[str]:
    return [way.value for way in card.ways if way.kind == kind]


def test_an_iphone_card_with_groups_and_own_labels() -> None:
    card = one(
        "N:Keller;Ana;;;", "FN:Ana Keller", "ORG:Café Morgenrot;", "TITLE:Owner",
        "item1.EMAIL;type=INTERNET;type=pref:ana@example.org", "item1.X-ABLabel:Orders only",
        "TEL;type=CELL;type=VOICE;type=pref:+41 79 123 45 67", "TEL;type=HOME;type=pref:044 1",
        "item2.URL;type=pref:http\\://morgenrot.example", "item2.X-ABLabel:_$!<HomePage>!$_",
        "item3.ADR;type=HOME;type=pref:;;Seestr. 1;Zürich;;8001;Schweiz", "item3.X-ABADR:ch",
        "item4.X-ABRELATEDNAMES;type=pref:Jo", "item4.X-ABLabel:_$!<Spouse>!$_",
        "item5.X-ABRELATEDNAMES:Bello", "item5.X-ABLabel:Dog",
        "item6.X-ABDATE;type=pref:2005-06-07", "item6.X-ABLabel:_$!<Anniversary>!$_",
        "item7.X-ABDATE:2010-09-01", "item7.X-ABLabel:Opened the café",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-16", "X-PHONETIC-LAST-NAME:Kelleh", country="CH",
    )
    assert (card.name, card.given, card.family, card.company, card.role) == (
        "Ana Keller", "Ana", "Keller", "Café Morgenrot", "Owner")
    assert card.ways == [
        Way("email", "ana@example.org", "Orders only", preferred=True),
        Way("phone", "+41 79 123 45 67", "mobile", preferred=True), Way("phone", "044 1", "home"),
        Way("web", "http://morgenrot.example", "home page", preferred=True),
        Way("address", "Seestr. 1\n8001 Zürich\nSchweiz", "home", preferred=True)]
    assert card.relations == [Relation("Jo", "spouse"), Relation("Bello", "dog", "pet")]
    assert card.days == [YearlyDay("anniversary", 6, 7, 2005), YearlyDay("Opened the café", 9, 1, 2010),
                         YearlyDay("birthday", 4, 16)]
    assert card.say == "Kelleh"
    assert card.raw == []


@pytest.mark.parametrize("lines", [
    ["N:;;;;", "FN:Acme Ltd", "ORG:Acme Ltd;", "X-ABShowAs:COMPANY"], ["ORG:Acme Ltd"], ["FN:Acme Ltd", "ORG:Acme Ltd"],
    ["KIND:org", "FN:Acme Ltd"],
])
def test_a_company_is_no_person(lines: list[str]) -> None:
    card = one(*lines)
    assert (card.name, card.is_company, card.company) == ("Acme Ltd", True, "Acme Ltd")


def test_a_company_keeps_the_name_of_its_contact() -> None:
    card = one("N:Lee;Sam;;;", "FN:Acme", "ORG:Acme", "X-ABShowAs:COMPANY")
    assert card.is_company
    assert card.relations == [Relation("Sam Lee", "contact", "near")]


def test_an_old_android_card_in_quoted_printable() -> None:
    reading = read(
        b"BEGIN:VCARD\r\nVERSION:2.1\r\n"
        b"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=C3=BC=6C=6C=65=72;=4A=C3=B6=72=67;;;\r\n"
        b"TEL;CELL;PREF:0171p12,3\r\n"
        b"NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4C=69=6B=\r\n=65=73 tea=0D=0A=\r\nand =C3=\r\n=BC\r\n"
        b"NOTE:Second\r\nORG:One\r\nORG:Two\r\n"
        b"X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Bo;1;;;;;;;;;;;;;\r\n"
        b"X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2001-02-03;1;;\r\n"
        b"X-ANDROID-CUSTOM;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:vnd.android.cursor.item/relation;=4A=C3=B6;14;;\r\n"
        b"X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;--05-06;0;Name day;\r\nEND:VCARD\r\n")
    card = reading.cards[0]
    assert (card.name, card.family, card.nickname, card.company) == ("Jörg Müller", "Müller", "Bo", "One")
    assert card.ways == [Way("phone", "0171p12,3", "mobile", preferred=True)]
    assert card.facts == [Fact("note", "Likes tea\nand ü"), Fact("note", "Second")]
    assert card.relations == [Relation("Jö", "spouse"), Relation("Two", "also at", "also at")]
    assert card.days == [YearlyDay("anniversary", 2, 3, 2001), YearlyDay("Name day", 5, 6)]


def test_quoted_printable_keeps_a_leading_blank_after_a_soft_break_and_encoded_marks() -> None:
    card = one("FN;ENCODING=QUOTED-PRINTABLE:Bo=\r\n Li", "ADR;ENCODING=QUOTED-PRINTABLE:;;1 High St=3B back;Leeds;;;",
               "N;QUOTED-PRINTABLE:Li=3BBo", version="2.1")
    assert card.name == "Bo Li"
    assert (card.family, card.given) == ("Li", "Bo")
    assert values(card, "address") == ["1 High St; back\nLeeds"]


def test_an_outlook_card() -> None:
    card = one(
        "N;LANGUAGE=en-us:Smith;Jo;;Dr.", "FN:Dr. Jo Smith", "ORG:Acme;Sales", "TITLE:Buyer",
        "ADR;WORK;PREF:;;1 High St;Leeds;West Yorks;LS1;UK",
        "LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:1 High St=0D=0A=\r\nLeeds", "BDAY:19800322",
        "X-MS-ANNIVERSARY:20010506", "X-MS-SPOUSE;N:Kim", "X-MS-MANAGER:Pat", "X-MS-ASSISTANT:Lou", "X-MS-CHILD:Mia",
        "X-MS-IMADDRESS:jo_s", "X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns=\"http://x\"/>",
        "KEY;X509;ENCODING=BASE64:\r\n MIIB\r\n AAAA==\r\n\r\n", version="2.1")
    assert (card.name, card.role) == ("Dr. Jo Smith", "Buyer, Sales")
    assert values(card, "address") == ["1 High St\nLeeds West Yorks LS1\nUK"]
    assert card.days == [YearlyDay("birthday", 3, 22, 1980), YearlyDay("anniversary", 5, 6, 2001)]
    assert set(card.relations) == {Relation("Kim", "spouse"), Relation("Pat", "manager", "near"),
                                   Relation("Lou", "assistant", "near"), Relation("Mia", "child")}
    assert values(card, "im") == ["jo_s"]
    assert card.raw == ['X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="http://x"/>', "KEY;X509;ENCODING=BASE64:MIIBAAAA=="]


def test_a_label_without_an_address_is_the_address() -> None:
    card = one("FN:Jo", "LABEL;HOME:1 High St\\nLeeds")
    assert card.ways == [Way("address", "1 High St\nLeeds", "home")]


def test_a_version_4_card() -> None:
    card = one(
        "FN:Jo Smith", "N:Smith;Jo;;;", 'TEL;VALUE=uri;PREF=1;TYPE="HOME,VOICE":tel:+1-555-0100;ext=12',
        "EMAIL;TYPE=HOME:", "ADR:;;;;;;", 'ADR;LABEL="1 High St^nLeeds":;;;;;;', "UID:urn:uuid:abc",
        "RELATED;TYPE=friend;VALUE=text:Kim", "RELATED;TYPE=contact:urn:uuid:zzz", "ANNIVERSARY:20010506", "GENDER:F",
        "NOTE:one\\Ntwo", "IMPP:xmpp:jo@example.org", "HOBBY;LEVEL=high:chess", "LANG:en", version="4.0")
    assert card.ways == [Way("phone", "+1-555-0100 ext. 12", "home", preferred=True),
                         Way("address", "1 High St\nLeeds"), Way("im", "jo@example.org", "XMPP")]
    assert card.uid == "abc"
    assert card.relations == [Relation("Kim", "friend", "near")]
    assert card.facts == [Fact("note", "one\ntwo"), Fact("hobby", "chess")]
    assert card.links == [CardLink("zzz")]
    assert (card.language, card.raw) == ("en", ["GENDER:F"])


@pytest.mark.parametrize(("line", "day"), [
    ("BDAY:1980-03-22", (3, 22, 1980)), ("BDAY:19800322", (3, 22, 1980)), ("BDAY:--0415", (4, 15, None)),
    ("BDAY:--04-15", (4, 15, None)), ("BDAY:1604-04-16", (4, 16, None)), ("BDAY:1604-02-29", (2, 29, None)),
    ("BDAY;VALUE=date-and-or-time:1980-03-22T00:00:00Z", (3, 22, 1980)), ("BDAY:19800322T230000", (3, 22, 1980)),
    ("BDAY;X-APPLE-OMIT-YEAR=1900:1900-04-16", (4, 16, None)), ("X-BIRTHDAY:2001-01-02", (1, 2, 2001)),
])
def test_birthdays(line: str, day: tuple[int, int, int | None]) -> None:
    assert one("FN:Jo", line).days == [YearlyDay("birthday", *day)]


@pytest.mark.parametrize("value", ["circa 1800", "1980-13-45", "1981-02-29", "spring"])
def test_a_birthday_that_is_no_day_is_told_and_kept(value: str) -> None:
    card = one("FN:Jo", f"BDAY;VALUE=text:{value}")
    assert card.days == []
    assert card.facts == [Fact("history", f"Birthday: {value}")]
    assert card.raw == [f"BDAY;VALUE=text:{value}"]
    exported = one("FN:Jo", f"X-LOVEDESK-DETAIL;TOPIC=history;SEEN=paper:Birthday: {value}", *card.raw)
    assert [fact.text for fact in exported.facts] == [f"Birthday: {value}"]


def folded(data: bytes, indent: str, width: int = 60) -> str:
    text = base64.b64encode(data).decode()
    return f"\r\n{indent}".join(text[start:start + width] for start in range(0, len(text), width))


@pytest.mark.parametrize("photo", [
    "PHOTO;ENCODING=b;TYPE=PNG:" + folded(PNG, " "), "PHOTO;ENCODING=BASE64;PNG:\r\n  " + folded(PNG, "  ") + "\r\n",
    "PHOTO;BASE64:" + folded(PNG, "\t"), "PHOTO;PNG;BASE64:" + folded(PNG, "") + "\r\n",
    "PHOTO;BASE64:" + folded(PNG, ""), "PHOTO:" + folded(PNG, " "), "PHOTO:data:image/png;base64," + folded(PNG, " "),
    "PHOTO;VALUE=URI;TYPE=PNG:data:image/png;base64\\," + folded(PNG, " "),
    "item1.PHOTO;ENCODING=B:" + folded(PNG, " ").rstrip("="),
])
def test_photos_of_every_writing(photo: str) -> None:
    card = one("FN:Jo", photo, "TEL:1")
    assert card.photo == PNG
    assert values(card, "phone") == ["1"]
    assert card.raw == []


def test_a_photo_address_is_kept_as_text_and_a_broken_photo_too() -> None:
    card = one("FN:Jo", "PHOTO:https://example.org/me.jpg", "PHOTO;ENCODING=b:bm90IGEgcGljdHVyZQ==")
    assert card.photo is None
    assert card.raw == ["PHOTO:https://example.org/me.jpg", "PHOTO;ENCODING=b:bm90IGEgcGljdHVyZQ=="]


def test_megabytes_that_are_no_picture_are_not_kept() -> None:
    card = one("FN:Jo", "PHOTO;ENCODING=b:" + "A" * 500_000, "X-JUNK:" + "x" * 20_000, "X-SMALL:y")
    assert card.raw == ["X-SMALL:y"]


def test_an_assistants_card_within_a_card() -> None:
    reading = read("BEGIN:VCARD\nVERSION:2.1\nFN:Boss\nAGENT:\nBEGIN:VCARD\nFN:Susan\nTEL:5\nEND:VCARD\n"
                   "TEL:1\nEND:VCARD\n"
                   "BEGIN:VCARD\nFN:Next\nEND:VCARD\n")
    boss, following = reading.cards
    assert (boss.name, values(boss, "phone"), following.name) == ("Boss", ["1"], "Next")
    assert boss.relations == [Relation("Susan, 5", "assistant", "near")]


@pytest.mark.parametrize("agent", [
    "AGENT:BEGIN:VCARD\\nFN:Susan\\nTEL:5\\nEND:VCARD\\n", "AGENT:BEGIN:VCARD\nFN:Susan\nTEL:5\nEND:VCARD",
])
def test_an_assistants_card_on_the_same_line(agent: str) -> None:
    card = one("FN:Boss", agent, "TEL:1")
    assert values(card, "phone") == ["1"]
    assert card.relations == [Relation("Susan, 5", "assistant", "near")]


def test_text_blank_lines_lost_ends_and_mixed_line_ends_lose_nobody() -> None:
    reading = read(
        b"Exported by Phone 1.0\r\n# a comment\r\n\r\nBEGIN:VCARD\r\r\n"
        b"FN:One\r\r\n\r\r\nTEL 5\r\r\nTEL:1\r\r\nEND:VCARD\r\r\n"
        b"between\rbegin:vcard\rfn:Two\rtel:2\rend:vcard\rBEGIN:VCARD\nFN:Three\nBEGIN: VCARD \nFN:Four\nEND:VCARD\n"
        b"VERSION:3.0\nFN:Five\nTEL:5\nEND:VCARD\n")
    assert [card.name for card in reading.cards] == ["One", "Two", "Three", "Four", "Five"]
    assert reading.cards[0].raw == ["TEL 5"]
    assert reading.unreadable == []


def test_files_put_together_byte_by_byte() -> None:
    reading = read("\ufeffBEGIN:VCARD\nFN:One\nEND:VCARD\n"
                   "\ufeffBEGIN:VCARD\nFN:Two\nEND:VCARDBEGIN:VCARD\nFN:Three\nEND:VCARD")
    assert [(card.name, card.raw) for card in reading.cards] == [("One", []), ("Two", []), ("Three", [])]


def test_the_whole_file_tells_the_code_page_of_its_quoted_values() -> None:
    def card(name: str) -> str:
        quoted = "".join(f"={byte:02X}" for byte in name.encode("cp1250"))
        return f"BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:{quoted}\nEND:VCARD\n"

    names = ["Černý", "Růžička", "Dvořák", "Němec", "Šťastný", "Kučera"]
    assert [found.name for found in read("".join(map(card, names))).cards] == names


def test_places_are_lines_of_the_file() -> None:
    reading = read("x\nBEGIN:VCARD\nFN:A\nNOTE:b\n  c\n\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n")
    assert [card.place for card in reading.cards] == [2, 8]


def test_an_indented_file() -> None:
    assert [card.name for card in read("  BEGIN:VCARD\n  FN:Jo\n  END:VCARD\n").cards] == ["Jo"]


def test_who_is_nobody_is_listed_with_the_reason() -> None:
    reading = read("BEGIN:VCARD\nVERSION:3.0\nNOTE:lost\nEND:VCARD\nBEGIN:VCARD\nKIND:group\nFN:Team\n"
                   "MEMBER:urn:x\nEND:VCARD\n"
                   "BEGIN:VCARD\nX-ADDRESSBOOKSERVER-KIND:group\nN:Friends\nEND:VCARD\nBEGIN:VCARD\nKIND:location\nFN:Hall\n"
                   "END:VCARD\nBEGIN:VCARD\nFN:Jo\nEND:VCARD\n")
    assert [card.name for card in reading.cards] == ["Jo"]
    assert [(bad.place, bad.excerpt) for bad in reading.unreadable] == [
        (1, "lost"), (5, "Team"), (10, "Friends"), (14, "Hall")]
    assert "no name" in reading.unreadable[0].reason
    assert reading.unreadable[1].reason == "a list of people, not a person"
    assert "place" in reading.unreadable[3].reason


@pytest.mark.parametrize(("lines", "shown"), [
    (["N:Li;Bo;Q.;Dr.;Jr."], "Dr. Bo Q. Li, Jr."), (["N:山田;太郎;;;"], "山田 太郎"), (["NICKNAME:Bo"], "Bo"),
    (["EMAIL:a@b.c"], "a@b.c"),
    (["TEL:12"], "12"), (["FN:", "N:;;;;", "ORG:Acme"], "Acme"), (["FN:Bo;Li, Jr"], "Bo;Li, Jr"), (["N:Li"], "Li"),
    (["N:Li,Ma;Bo\\, Q"], "Bo, Q Li Ma"), (["FN:Bo\\nLi"], "Bo Li"), (["FN:B\x07o\x00"], "Bo"),
])
def test_the_name_that_is_shown(lines: list[str], shown: str) -> None:
    assert one(*lines).name == shown


def test_repeated_properties_are_kept_where_they_differ() -> None:
    card = one("FN:Jo", "FN:Joe", "N:Li;Jo", "N:Li;Jo", "N:Ma;Jo", "BDAY:1980-01-02", "BDAY:1980-01-02",
               "BDAY:1981-01-02",
               "TEL:1", "TEL;TYPE=WORK:1")
    assert card.raw == ["FN:Joe", "N:Ma;Jo", "BDAY:1981-01-02"]
    assert card.days == [YearlyDay("birthday", 1, 2, 1980)]
    assert card.ways == [Way("phone", "1", "work")]


def test_google_and_messengers() -> None:
    card = one("FN:Jo", "item1.TEL:+1 555", "item1.X-ABLabel:GRAND_CENTRAL",
               "ADR;TYPE=HOME:;;1 High St\\nLeeds\\nUK;;;;",
               "X-SKYPE:jo.s", "X-GTALK:jo@example.org", "item2.URL:https\\://example.org", "item2.X-ABLabel:PROFILE",
               "X-SOCIALPROFILE;type=twitter;x-user=jo:http://twitter.com/jo", "CATEGORIES:myContacts,Friends")
    assert card.ways == [
        Way("phone", "+1 555", "Google Voice"), Way("address", "1 High St\nLeeds\nUK", "home"), Way("im",
                                                                                                    "jo.s", "Skype"),
        Way("im", "jo@example.org", "GTalk"), Way("web", "https://example.org"),
        Way("web", "http://twitter.com/jo", "twitter")]
    assert (card.tags, card.raw) == (["Friends"], [])


def test_evolution_lotus_and_colons_in_quotes() -> None:
    card = one("FN:Jo", "X-EVOLUTION-SPOUSE:Kim", "X-EVOLUTION-ANNIVERSARY:2001-05-06",
               "X-EVOLUTION-BLOG-URL:b.example",
               'TEL;TYPE="x:y";TYPE=WORK,FAX:12', "ORG:Müller\\, Söhne;Büro", "SORT-STRING:Jo")
    assert card.relations == [Relation("Kim", "spouse")]
    assert card.days == [YearlyDay("anniversary", 5, 6, 2001)]
    assert card.ways == [Way("web", "b.example"), Way("phone", "12", "work fax")]
    assert (card.company, card.role, card.say) == ("Müller, Söhne", "Büro", "")


@pytest.mark.parametrize(("codec", "name"), [
    ("cp1252", "Jürgen Groß"), ("cp1250", "Łukasz Wójcik"), ("cp932", "山田太郎"), ("cp932", "表ソ能"), ("cp1251",
                                                                                                  "Иван Петров"),
    ("utf-16", "Jürgen 山田"), ("utf-16-le", "Jürgen"), ("utf-16-be", "Jürgen"), ("utf-8-sig", "Jürgen 山田"),
])
def test_encodings_that_nothing_names(codec: str, name: str) -> None:
    reading = read(f"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:{name}\r\nTEL:1\r\nEND:VCARD\r\n".encode(codec))
    assert [card.name for card in reading.cards] == [name]


@pytest.mark.parametrize(("charset", "codec", "name"), [
    ("ISO-8859-1", "latin-1", "Niccolò Città"), ("SHIFT_JIS", "shift_jis", "表;ソ"), ("ISO-2022-JP",
                                                                                    "iso2022_jp", "山田太郎"),
    ("windows-1250", "cp1250", "Jiří Dvořák"), ("KOI8-R", "koi8_r", "Иван"), ("no-such", "cp1252", "Jürgen"),
    ("UTF-8", "cp1252", "Jürgen"), ("ISO-8859-1", "utf-8", "Jürgen"),
])
def test_the_charset_of_a_line(charset: str, codec: str, name: str) -> None:
    line = f"FN;CHARSET={charset}:".encode() + name.encode(codec) + b"\r\n"
    card = read(b"BEGIN:VCARD\r\nVERSION:2.1\r\n" + line + b"NOTE:\xe9t\xe9\r\nEND:VCARD\r\n").cards[0]
    assert card.name == name
    assert card.facts == [Fact("note", "été")]


def test_quoted_printable_in_a_national_code_page() -> None:
    card = one("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=SHIFT_JIS:=95=5C=83=5C",
               "N;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg",
               version="2.1")
    assert (card.name, card.family, card.given) == ("表ソ", "Müller", "Jörg")


def test_a_lone_bad_byte_spoils_nothing_else() -> None:
    before, after = "BEGIN:VCARD\nFN:Jürgen Groß\nNOTE:Käse ", " Öl\nORG:Größe\nEND:VCARD\n"
    reading = read(before.encode() + b"caf\xe9 na\xefve" + after.encode())
    card = reading.cards[0]
    assert (card.name, card.company) == ("Jürgen Groß", "Größe")
    assert card.facts == [Fact("note", "Käse café naïve Öl")]


def test_a_fold_within_a_letter() -> None:
    data = "BEGIN:VCARD\r\nFN:Jürgen\r\nEND:VCARD\r\n".encode().replace(b"\xc3\xbc", b"\xc3\r\n \xbc")
    assert read(data).cards[0].name == "Jürgen"


def test_huge_values_are_read_in_time() -> None:
    long_name = "ñ" * 10_000
    card = one(f"FN:{long_name}", "NOTE:" + "a\\, b; c" * 150_000, "X-A:" + ";" * 100_000,
               "TEL;" + ";".join("X" * 5000) + ":1")
    assert card.name == long_name
    assert len(card.facts[0].text) == 150_000 * 7


def test_cards_nested_without_end_do_not_raise() -> None:
    reading = read("BEGIN:VCARD\nFN:Jo\n" + "AGENT:\nBEGIN:VCARD\nFN:Jo\n" * 5000)
    assert reading.cards[0].name == "Jo"


LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\u00a0\\")
WORDS = st.text(LETTERS, min_size=1).map(lambda text: " ".join(text.split())).filter(bool)


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def serialised(given_name: str, family: str, note: str, phone: str) -> str:
    return (f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{escaped(given_name)} {escaped(family)}\r\n"
            f"N:{escaped(family)};{escaped(given_name)};;;\r\n"
            f"TEL;TYPE=CELL:{phone}\r\nNOTE:{escaped(note)}\r\nEND:VCARD\r\n")


@settings(max_examples=60)
@given(WORDS, WORDS, WORDS, st.text(string.digits + "+ ()", min_size=1).map(str.strip).filter(bool))
def test_a_plain_card_comes_back(given_name: str, family: str, note: str, phone: str) -> None:
    card = read(serialised(given_name, family, note, phone)).cards[0]
    assert (card.name, card.given, card.family) == (f"{given_name} {family}", given_name, family)
    assert card.facts == [Fact("note", note)]
    assert card.ways == [Way("phone", phone, "mobile")]


@settings(max_examples=60)
@given(st.integers(12, 10_000), st.sampled_from([b"\r\n ", b"\r\n\t", b"\n "]))
def test_folding_at_any_byte_changes_nothing(position: int, fold: bytes) -> None:
    data = serialised("Jörg = Ana", "Müller", "Käse, Öl=; 表\n" * 3, "+49 1").encode()
    body = data[13:-13]
    position %= len(body) + 1
    while body[position - 1:position] in {b"\r", b"\n"}:
        position += 1        # a fold before a line's first byte would be a fold of the line above
    cut = data[:13] + body[:position] + fold + body[position:] + data[-13:]
    if 0 < position < len(body):
        assert read(cut).cards == read(data).cards


@settings(max_examples=150)
@given(st.lists(st.sampled_from([
    b"BEGIN:VCARD", b"END:VCARD", b"AGENT:", b"AGENT:BEGIN:VCARD", b"FN:a", b"N:;", b"=", b"\r", b"\n",
    b"\r\n", b" ", b":", b";",
    b"PHOTO;BASE64:", b"QUJD", b"NOTE;QUOTED-PRINTABLE:", b"=C3", b"=0D=0A", b"item1.",
    b"X-ABLabel:", b"\\", b'"', b"\xff",
    b"\0", b"CHARSET=shift_jis", b"BDAY:", b"--0230", b"X-ANDROID-CUSTOM:", b"X-ABDATE:1",
    b"TEL;VALUE=uri:tel:;ext=", b"\xef\xbb\xbf",
]) | st.binary(max_size=6)))
def test_no_bytes_raise(pieces: list[bytes]) -> None:
    reading = read(b"".join(pieces))
    assert all(card.name for card in reading.cards)
    for card in reading.cards:
        repr(card).encode()


def test_progress_is_told_and_may_stop() -> None:
    data = b"BEGIN:VCARD\nFN:Jo\nEND:VCARD\n" * 500
    told: list[tuple[int, int]] = []
    contacts.read(data, "x", progress=lambda done, total: told.append((done, total)))
    assert told[0] == (0, len(data)) and told[-1] == (len(data), len(data)) and len(told) > 3

    def stop(done: int, total: int) -> None:
        raise KeyError

    with pytest.raises(KeyError):
        contacts.read(data, "x", progress=stop)


def test_a_word_of_the_companys_name_in_n_makes_no_person_of_it() -> None:
    card = one("N:Brandt;;;;", "FN:Timber Brandt", "ORG:Timber Brandt", "TEL:0151 496 0379")
    assert (card.name, card.is_company) == ("Timber Brandt", True)
