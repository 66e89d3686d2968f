"""Cards as the programs of formats.md write them: each with what is its own way."""

from lovedesk.formats import contacts
from lovedesk.formats.records import Card, Reading, Relation, Way, YearlyDay


def read(*lines: str, codec: str = "utf-8", end: str = "\r\n") -> Reading:
    return contacts.read(end.join(["BEGIN:VCARD", *lines, "END:VCARD", ""]).encode(codec), "x.vcf", country="DE")


def one(*lines: str, codec: str = "utf-8", end: str = "\r\n") -> Card:
    card, = read(*lines, codec=codec, end=end).cards
    return card


def test_android_writes_its_own_labels_into_types() -> None:
    card = one("VERSION:2.1", "FN:Ana", "TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=57=65=72=6B):5",
               "TEL;X-Werkstatt:6", "TEL;X-CUSTOM(Shop):7", "TEL;TYPE=WORK;X-CUSTOM(:8")
    assert card.ways[:3] == [Way("phone", "5", "Werk"), Way("phone", "6", "Werkstatt"), Way("phone", "7", "Shop")]
    assert card.ways[3].value == "8"


def test_fields_of_any_program_are_known_by_what_they_end_in() -> None:
    card = one("VERSION:3.0", "FN:Ana", "X-LOTUS-SPOUSE:Kim", "X-PALM-CHILDREN:Mia and Tom", "X-MS-CHILD:Ida, Eva",
               "X-CORP-ANNIVERSARY:2001-05-06", "X-LOTUS-CHAIR:1", "X-PROFESSION:baker")
    assert card.relations == [Relation("Kim", "spouse"), Relation("Mia", "child"), Relation("Tom", "child"),
                              Relation("Ida", "child"), Relation("Eva", "child")]
    assert card.days == [YearlyDay("anniversary", 5, 6, 2001)]
    assert (card.work, card.raw) == ("baker", ["X-LOTUS-CHAIR:1"])


def test_outlook_puts_the_address_twice_and_a_design_and_keys_beside() -> None:
    card = one("VERSION:2.1", "N;LANGUAGE=en-us:Smith;Jo;;Mr.", "FN:Mr. Jo Smith", "TITLE:Boss", "ROLE:Carpenter",
               "ADR;WORK;PREF:;;1 High St;Leeds;;LS1;United Kingdom",
               "LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:1 High St=0D=0A=", "Leeds LS1", "BDAY:19800322",
               "X-MS-OL-DESIGN;CHARSET=utf-8:<card/>", "KEY;X509;ENCODING=BASE64:", " MIIB", "", "REV:20200101T000000Z")
    assert card.ways == [Way("address", "1 High St\nLS1 Leeds\nUnited Kingdom", "work", preferred=True)]
    assert (card.prefix, card.role, card.work) == ("Mr.", "Boss", "Carpenter")
    assert card.raw == ["X-MS-OL-DESIGN;CHARSET=utf-8:<card/>", "KEY;X509;ENCODING=BASE64:MIIB"]


def test_cards_of_several_code_pages_in_one_file() -> None:
    data = b"".join(f"BEGIN:VCARD\nFN:{name}\nEND:VCARD\n".encode(codec) for name, codec in [
        ("Zoé", "utf-8"), ("Müller Größe", "cp1252"), ("Übel", "cp850")])
    assert [card.name for card in contacts.read(data, "x", country="DE").cards] == ["Zoé", "Müller Größe", "Übel"]


def test_the_bat_and_lotus_write_their_national_code_page() -> None:
    assert one("N;CHARSET=windows-1251:Иванова;Ольга", "FN;CHARSET=windows-1251:Ольга", codec="cp1251").name == "Ольга"
    assert one("VERSION:2.1", "N:Müller;Jö", "ADR;HOME:;;Straße 1;;;", codec="latin-1").ways == [
        Way("address", "Straße 1", "home")]


def test_an_address_of_a_photo_is_kept_and_never_followed() -> None:
    line = "PHOTO:https://lh3.example.org/a"
    card = one("VERSION:3.0", "FN:Ana", line)
    assert (card.photo, card.raw) == (None, [line])
