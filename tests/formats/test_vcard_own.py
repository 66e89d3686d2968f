"""What Lovedesk writes for what vCard has no word for comes back."""

import datetime as dt

from lovedesk.formats import contacts
from lovedesk.formats.records import Card, CardLink, Fact, Relation, Way, YearlyDay


def one(*lines: str) -> Card:
    data = "\r\n".join(["BEGIN:VCARD", "VERSION:4.0", *lines, "END:VCARD", ""]).encode()
    reading = contacts.read(data, "x.vcf")
    assert reading.unreadable == []
    card, = reading.cards
    return card


def test_every_own_property_fills_its_field() -> None:
    card = one(
        "FN:Dr. Ana M Keller", "N:Keller;Ana;M;Dr.;jr.", "TITLE:Boss", "X-LOVEDESK-WORK:upholsterer",
        "X-LOVEDESK-SAY:Ahna", "X-LOVEDESK-KIND:pet", "X-LOVEDESK-STANDING:one-off", "X-LOVEDESK-SINCE:2020-01-02",
        "X-LOVEDESK-KEEPER:Jo", "X-LOVEDESK-GONE;ON=2024-02-03:left", 'X-LOVEDESK-WISH;TIME="before eight":phone',
        "X-LOVEDESK-LANGUAGE:Swiss German", "X-LOVEDESK-FAMILY-OF;WORD=daughter:u-1",
        'X-LOVEDESK-LINK;WORD="introduced by";BACK=introduced:u-2', "CATEGORIES:north,VIP",
        "X-LOVEDESK-RELATION;WORD=dog;GROUP=pet:Bello")
    assert (card.prefix, card.given, card.middle, card.family, card.suffix) == ("Dr.", "Ana", "M", "Keller", "jr.")
    assert (card.role, card.work, card.say, card.kind, card.standing) == ("Boss", "upholsterer", "Ahna", "pet",
                                                                          "one-off")
    assert (card.since, card.gone, card.gone_on) == (dt.date(2020, 1, 2), "left", dt.date(2024, 2, 3))
    assert (card.wish_channel, card.wish_time, card.language, card.keeper) == ("phone", "before eight",
                                                                               "Swiss German", "Jo")
    assert (card.family_of, card.family_word) == ("u-1", "daughter")
    assert card.links == [CardLink("u-2", "introduced by", "introduced")]
    assert card.relations == [Relation("Bello", "dog", "pet")]
    assert (card.tags, card.raw) == (["north", "VIP"], [])


def test_a_detail_keeps_its_topic_its_days_and_what_it_changes() -> None:
    card = one(
        "FN:Ana", "X-LOVEDESK-DETAIL;TOPIC=care;CHANGE=\"call, ^'softly^'\";LEARNED=2026-01-02;CONFIRMED=2026-05-06;"
        "DAY=2026-12-12;SEEN=here:no phone\\nafter 8\\; never", "NOTE:likes tea")
    assert card.facts == [
        Fact("care", "no phone\nafter 8; never", 'call, "softly"', dt.date(2026, 1, 2), dt.date(2026, 5, 6),
             dt.date(2026, 12, 12), "here"),
        Fact("note", "likes tea")]


def test_a_note_and_the_way_in_belong_to_the_way_of_their_group() -> None:
    card = one(
        "FN:Ana", "item1.ADR:;;High St 1;Leeds;;LS1;UK", "item1.X-ABLabel:workshop",
        "item1.X-LOVEDESK-WAY-IN:code 1234",
        "item1.X-LOVEDESK-ADDRESS:High St 1\\nLeeds", "item2.TEL;TYPE=cell:1", "item2.X-LOVEDESK-NOTE:best before 8",
        "item3.X-ABDATE:2001-02-03", "item3.X-ABLabel:shop day")
    assert card.ways == [
        Way("address", "High St 1\nLeeds", "workshop", way_in="code 1234"),
        Way("phone", "1", "mobile", note="best before 8")]
    assert card.days == [YearlyDay("shop day", 2, 3, 2001)]


def test_what_makes_no_sense_is_kept_as_its_line() -> None:
    lines = ["X-LOVEDESK-STANDING:king", "X-LOVEDESK-SINCE:soon", "X-LOVEDESK-GONE:fishing", "X-LOVEDESK-NOTE:alone"]
    card = one("FN:Ana", *lines)
    assert card.raw == lines
    assert (card.standing, card.since, card.gone) == ("", None, "")


def test_a_day_of_death_marks_the_person_as_died() -> None:
    card = one("FN:Ana", "DEATHDATE:20240203")
    assert (card.gone, card.gone_on) == ("died", dt.date(2024, 2, 3))
    vague = one("FN:Ana", "DEATHDATE;VALUE=text:circa 1990")
    assert (vague.gone, vague.gone_on, vague.raw) == ("died", None, ["DEATHDATE;VALUE=text:circa 1990"])


def test_what_someone_does_for_a_living_stands_beside_their_place() -> None:
    both, alone = one("FN:Ana", "TITLE:Boss", "ROLE:Tailor"), one("FN:Ana", "ROLE:Tailor")
    assert (both.role, both.work) == ("Boss", "Tailor")
    assert (alone.role, alone.work) == ("Tailor", "")
    assert one("FN:Ana", "LANG;PREF=2:de", "LANG;PREF=1:fr").language == "fr"


def test_a_tie_to_another_card_is_kept_by_its_uid() -> None:
    assert one("FN:Ana", "RELATED;TYPE=friend:urn:uuid:u-7").links == [CardLink("u-7", "friend")]
    assert one("FN:Ana", "RELATED;TYPE=child:urn:uuid:u-7").links == [CardLink("u-7", "child", "parent")]
