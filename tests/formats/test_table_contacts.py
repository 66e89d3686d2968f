import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lovedesk.formats import contacts
from lovedesk.formats.records import Card, Fact, Reading, Relation, Way, YearlyDay


def read(text: str | bytes, country: str = "GB", day_first: bool | None = None) -> Reading:
    data = text if isinstance(text, bytes) else text.encode()
    return contacts.read(data, "people.csv", country=country, how=contacts.How(day_first=day_first))


def rows(text: str | bytes, country: str = "GB") -> list[Card]:
    reading = read(text, country)
    assert reading.unreadable == []
    return reading.cards


def table(header: str, *lines: str) -> str:
    return "\r\n".join([header, *lines, ""])


def test_google_as_it_was() -> None:
    card, = rows(table(
        "Name,Given Name,Family Name,Birthday,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,"
        "Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,Address 1 - Street,Address 1 - City,"
        "Address 1 - Postal Code,Organization 1 - Name,Organization 1 - Title,Relation 1 - Type,Relation 1 - Value,"
        "Website 1 - Type,Website 1 - Value",
        'Ana Keller,Ana,Keller, --03-07,"likes ""tea""\nand cake",* My Contacts ::: Friends,* Home,a@b.ch ::: c@b.ch,'
        'Mobile,'
        '1 ::: 2,Home,"Seestr. 1\nZürich",Seestr. 1,Zürich,8001,Acme,Boss,Spouse,Jo,Profile,http://x'), "CH")
    assert (card.name, card.given, card.family, card.company, card.role) == ("Ana Keller", "Ana", "Keller",
                                                                             "Acme", "Boss")
    assert card.ways == [
        Way("email", "a@b.ch", "home", preferred=True), Way("email", "c@b.ch", "home"), Way("phone", "1", "mobile"),
        Way("phone", "2", "mobile"), Way("web", "http://x"), Way("address", "Seestr. 1\n8001 Zürich", "home")]
    assert card.days == [YearlyDay("birthday", 3, 7)]
    assert card.facts == [Fact("note", 'likes "tea"\nand cake')]
    assert card.relations == [Relation("Jo", "spouse")]
    assert card.tags == ["Friends"]


def test_google_as_it_is() -> None:
    card, company = rows(table(
        "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,File As,Organization Name,"
        "Organization Title,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,"
        "Phone 1 - Value,Event 1 - Label,Event 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value",
        "Ana,M,Keller,Ahna,Dr.,Anni,,Acme,Boss,1980-03-07,,https://p,* myContacts,* Home,a@b.ch,Mobile,1,Anniversary,"
        "2001-02-03,Shoe size,38",
        ",,,,,,,Only Org,,,,,* myContacts,,,,,,,,"))
    assert (card.name, card.say, card.nickname) == ("Dr. Ana M Keller", "Ahna", "Anni")
    assert card.days == [YearlyDay("birthday", 3, 7, 1980), YearlyDay("anniversary", 2, 3, 2001)]
    assert card.raw == ["Photo: https://p", "Shoe size: 38"]
    assert (company.name, company.is_company) == ("Only Org", True)


def test_german_outlook() -> None:
    text = table(
        '"Anrede";"Vorname";"Nachname";"Firma";"Straße geschäftlich";"Straße geschäftlich 2";"Ort geschäftlich";'
        '"Postleitzahl geschäftlich";"Telefon (privat)";"Mobiltelefon";"E-Mail-Adresse";"E-Mail-Typ";'
        '"E-Mail 2: Adresse";'
        '"Empfohlen von";"Geburtstag";"Jahrestag";"Kinder";"Partner";"Priorität"',
        '"Frau";"Zoë";"Müller";"Bäckerei";"Hauptstr. 1";"Hinterhaus";"Köln";"50667";"0221 1";"0171 2";"z@x.de";"SMTP";'
        '"z2@x.de";"Ben";"3.4.1980";"0.0.00";"Mia";"Jo";"Normal"')
    card, = rows(text.encode("cp1252"), "DE")
    assert card.name == "Zoë Müller"
    assert card.ways == [
        Way("phone", "0221 1", "home"), Way("phone", "0171 2", "mobile"), Way("email", "z@x.de"), Way("email",
                                                                                                      "z2@x.de"),
        Way("address", "Hauptstr. 1\nHinterhaus\n50667 Köln", "work")]
    assert card.days == [YearlyDay("birthday", 4, 3, 1980)]
    assert card.relations == [Relation("Ben", "recommended by", "introduced"), Relation("Mia", "child"),
                              Relation("Jo", "spouse")]
    assert (card.prefix, card.raw) == ("Frau", [])


@pytest.mark.parametrize(("header", "line", "country"), [
    ("Titre,Prénom,Nom,Société,Tél. mobile,Adresse de messagerie,Anniversaire,Conjoint(e)",
     "M.,Zoé,Rey,Acme,1,z@x.fr,3/4/1980,Jo", "FR"),
    ("Titolo,Nome,Cognome,Società,Cellulare,Indirizzo posta elettronica,Compleanno,Nome coniuge/partner",
     ",Zoé,Rey,Acme,1,z@x.fr,3/4/1980,Jo", "IT"),
    ("Titel,Voornaam,Achternaam,Bedrijf,Mobiele telefoon,E-mailadres,Verjaardag,Partner",
     ",Zoé,Rey,Acme,1,z@x.fr,3-4-1980,Jo", "NL"),
    ("Tratamiento,Nombre,Apellidos,Organización,Teléfono móvil,Correo electrónico,Cumpleaños,Cónyuge",
     ",Zoé,Rey,Acme,1,z@x.fr,3/4/1980,Jo", "ES"),
    ("Title,First Name,Last Name,Company,Mobile Phone,E-mail Address,Birthday,Spouse",
     ",Zoé,Rey,Acme,1,z@x.fr,4/3/1980,Jo", "US"),
])
def test_outlook_in_other_languages(header: str, line: str, country: str) -> None:
    card, = rows(table(header, line), country)
    assert (card.name, card.given, card.family, card.company) == ("Zoé Rey", "Zoé", "Rey", "Acme")
    assert card.ways == [Way("phone", "1", "mobile"), Way("email", "z@x.fr")]
    assert card.days == [YearlyDay("birthday", 4, 3, 1980)]
    assert card.relations == [Relation("Jo", "spouse")]


def test_thunderbird() -> None:
    card, = rows(table(
        "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Work Phone,Fax Number,Mobile Number,"
        "Home Address,Home Address 2,Home City,Home State,Home ZipCode,Home Country,Job Title,Department,Organization,"
        "Birth Year,Birth Month,Birth Day,Custom 1,Notes,",
        "Jo,Smith,Jo Smith,JS,j@x.uk,k@x.uk,1,2,3,1 High St,Flat 2,Leeds,,LS1,UK,Boss,Sales,Acme,1980,3,4,c1,n,"))
    assert card.ways == [
        Way("email", "j@x.uk"), Way("email", "k@x.uk"), Way("phone", "1", "work"), Way("phone", "2", "fax"),
        Way("phone", "3", "mobile"), Way("address", "1 High St\nFlat 2\nLeeds LS1\nUK", "home")]
    assert card.days == [YearlyDay("birthday", 3, 4, 1980)]
    assert (card.role, card.raw) == ("Boss, Sales", ["Custom 1: c1"])


def test_a_shops_own_spreadsheet_below_its_title() -> None:
    first, company = rows(table(
        "Our customers,,,,,,,,", "as of May,,,,,,,,", ",,,,,,,,",
        "Customer,Contact,Tel.,Mobile,Town,Birthday,Last visit,Notes,Chair",
        "Acme Ltd,Jo Smith,=\"0113\",'+44 1,Leeds,4/3/80,3.4.2024,'=1,Windsor", "Beta,,0123,,York,25/12/79,,,"))
    assert (first.place, first.name, first.company) == (5, "Jo Smith", "Acme Ltd")
    assert first.ways == [Way("phone", "0113"), Way("phone", "+44 1", "mobile"), Way("address", "Leeds")]
    assert first.days == [YearlyDay("birthday", 3, 4, 1980)]
    assert first.facts == [Fact("note", "=1"), Fact("history", "Last visit: 3.4.2024")]
    assert first.raw == ["Chair: Windsor"]
    assert (company.place, company.name, company.is_company) == (6, "Beta", False)


@pytest.mark.parametrize(("header", "line", "name", "company"), [
    ("Kunde;Ansprechpartner;Telefon", "Acme;Jo Li;1", "Jo Li", "Acme"), ("Kunde;Telefon", "Jo Li;1", "Jo Li", ""),
    ("Name;Vorname;Telefon", "Li;Jo;1", "Jo Li", ""), ("Nome;Cognome;Telefono", "Jo;Li;1", "Jo Li", ""),
    ("Client;Prénom;Nom;Tél", "Acme;Jo;Li;1", "Jo Li", "Acme"), ("Firma;Name;Tel", "Acme;Jo Li;1", "Jo Li", "Acme"),
    ("Name;Contact person;Phone", "Acme;Jo Li;1", "Jo Li", "Acme"), ("Klant;Contactpersoon;Tel",
                                                                     "Acme;Jo Li;1", "Jo Li", "Acme"),
    ("Name;Contact", "Jo Li;0113 123456", "Jo Li", ""), ("Title;Name;Phone", "Dr.;Jo Li;1", "Jo Li", ""),
])
def test_who_is_meant_by_name_customer_and_contact(header: str, line: str, name: str, company: str) -> None:
    card, = rows(table(header, line))
    assert (card.name, card.company) == (name, company)


def test_days_are_read_in_the_order_of_their_column() -> None:
    month_first = rows(table("Name,Email,Birthday,Anniversary", "A,a@x.c,4/3/80,4/3/99", "B,b@x.c,4/13/80,13/4/99"))
    assert month_first[0].days == [YearlyDay("birthday", 4, 3, 1980), YearlyDay("anniversary", 3, 4, 1999)]
    doubtful = table("Name,Email,Birthday", "A,a@x.c,4/3/80")
    assert read(doubtful, "US").cards[0].days == [YearlyDay("birthday", 4, 3, 1980)]
    assert read(doubtful, "GB", day_first=False).cards[0].days == [YearlyDay("birthday", 4, 3, 1980)]
    mixed = rows(table("Name;Email;Birthday", "A;a@x.c;3.4.1980", "B;b@x.c;1980-04-03", "C;c@x.c;0/0/00",
                       "D;d@x.c;soon"))
    assert [card.days for card in mixed] == [[YearlyDay("birthday", 4, 3, 1980)]] * 2 + [[], []]
    assert mixed[3].raw == ["Birthday: soon"]


def test_rows_to_delete_and_rows_of_nobody_are_listed() -> None:
    reading = read(table("Action,Name,Email,Notes", "add,Jo,j@x.c,", "Delete,Kim,k@x.c,", ",,,only a note",
                         ",,,", "update,Lee,,"))
    assert [card.name for card in reading.cards] == ["Jo", "Lee"]
    assert [(bad.place, bad.reason) for bad in reading.unreadable] == [
        (3, "is marked in this table to be deleted"), (4, "has no name and no way to be reached")]


def test_a_table_without_headers_is_known_by_its_content() -> None:
    cards = rows("Jo Smith,jo@x.com,0113 1234567,Leeds\nKim Lee,kim@x.com,0113 1234568,York\n")
    assert [(card.place, card.name) for card in cards] == [(1, "Jo Smith"), (2, "Kim Lee")]
    assert cards[1].ways == [Way("email", "kim@x.com"), Way("phone", "0113 1234568")]
    assert cards[1].raw == ["Column 4: York"]


def test_headers_in_a_language_of_none_of_ours_are_no_person() -> None:
    card, = rows("სახელი;ტელეფონი;Email;ქალაქი\nგიორგი;123 4567;a@b.ge;თბილისი\n")
    assert (card.place, card.name) == (2, "გიორგი")
    assert card.ways == [Way("phone", "123 4567"), Way("email", "a@b.ge")]
    assert card.raw == ["ქალაქი: თბილისი"]


@pytest.mark.parametrize(("header", "codec", "country"), [
    ("Imię;Nazwisko;Firma;Telefon komórkowy;Adres e-mail;Urodziny;Notatki", "cp1250", "PL"),
    ("Nome;Sobrenome;Empresa;Telefone celular;Endereço de email;Aniversário;Anotações", "cp1252", "PT"),
    ("Förnamn;Efternamn;Företag;Mobiltelefon;E-postadress;Födelsedag;Anteckningar", "cp1252", "SE"),
    ("Fornavn;Efternavn;Firma;Mobiltelefon;Mailadresse;Fødselsdag;Noter", "cp1252", "DK"),
    ("Etunimi;Sukunimi;Yritys;Matkapuhelin;Sähköpostiosoite;Syntymäpäivä;Huomautukset", "cp1252", "FI"),
    ("Jméno;Příjmení;Společnost;Mobilní telefon;E-mailová adresa;Narozeniny;Poznámky", "cp1250", "CZ"),
    ("Utónév;Vezetéknév;Cég;Mobiltelefon;E-mail cím;Születésnap;Megjegyzés", "cp1250", "HU"),
    ("Имя;Фамилия;Организация;Телефон переносной;Адрес эл. почты;День рождения;Заметки", "cp1251", "RU"),
    ("Ad;Soyadı;Şirket;Cep Telefonu;E-posta Adresi;Doğum Günü;Notlar", "cp1254", "TR"),
    ("Όνομα;Επώνυμο;Εταιρεία;Κινητό τηλέφωνο;E-mail;Γενέθλια;Σημειώσεις", "cp1253", "GR"),
    ("名;姓;会社名;携帯電話;電子メール アドレス;誕生日;メモ", "cp932", "JP"),
    ("名;姓;公司;手机;电子邮件地址;生日;附注", "gb18030", "CN"),
    ("이름;성;회사;휴대폰;전자 메일 주소;생일;메모", "cp949", "KR"),
])
def test_outlook_in_languages_and_code_pages_of_elsewhere(header: str, codec: str, country: str) -> None:
    card, = rows(table(header, "Zoe;Rey;Acme;1;z@x.org;1980-04-03;n").encode(codec), country)
    assert (card.given, card.family, card.company) == ("Zoe", "Rey", "Acme")
    assert card.ways == [Way("phone", "1", "mobile"), Way("email", "z@x.org")]
    assert card.days == [YearlyDay("birthday", 4, 3, 1980)]
    assert (card.facts, card.raw) == ([Fact("note", "n")], [])


@pytest.mark.parametrize("text", [
    "Item,Price,Quantity\nNail,2,3\n", "Customer,Amount,Date\nA,3,1/2/2020\n",
    "Company,Invoice,Amount,Due\nA,3,4,1/2/2020\n",
    "hello there\nthis is a letter\n", "Name,Price,Stock\nNail,2,1\n", "1,2,3\n4,5,6\n", "   \n\n", "",
])
def test_what_is_no_table_of_contacts_is_said_once(text: str) -> None:
    reading = read(text)
    assert reading.cards == []
    assert len(reading.unreadable) == 1
    assert reading.unreadable[0].reason.endswith(".")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_delimiters_and_encodings(delimiter: str, codec: str) -> None:
    lines = [["Name", "Notes, all; of | them", "Téléphone"], ["Jürgen", "a;b,c|d\te", "1"], ["Zoé", "", "2"]]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(lines)
    cards = rows(out.getvalue().encode(codec))
    assert [card.name for card in cards] == ["Jürgen", "Zoé"]
    assert cards[1].ways == [Way("phone", "2")]


def test_czech_names_in_their_own_code_page() -> None:
    cards = rows(table("Name;Email", "Tomáš Růžička;t@x.cz", "Jiří Dvořák;j@x.cz").encode("cp1250"), "CZ")
    assert [card.name for card in cards] == ["Tomáš Růžička", "Jiří Dvořák"]


def test_a_quote_that_never_closes_spoils_its_line_alone() -> None:
    assert [card.name for card in rows('"Name","Email"\n"Bob,b@x.c\nKim,k@x.c\n"Lee","l@x.c"\nMo,m@x.c\n')] == [
        "Bob", "Kim", "Lee", "Mo"]
    assert len(rows("Name,Email\n" + '"Bob,b@x.c\n' + "Kim,k@x.c\n" * 300)) == 301


def test_the_line_that_names_the_delimiter_and_a_repeated_header_are_no_people() -> None:
    cards = rows("sep=;\r\nName;Email\r\nBob;b@x.c\r\nName;Email\r\nKim;k@x.c, l@x.c\r\n")
    assert [(card.place, card.name, len(card.ways)) for card in cards] == [(3, "Bob", 1), (5, "Kim", 2)]


def test_cells_more_than_the_header_and_huge_cells_are_kept() -> None:
    card, = rows("Name,Email,Notes\nBob,b@x.c," + "x" * 1_000_000 + ",more\n")
    assert len(card.facts[0].text) == 1_000_000
    assert card.raw == ["Column 4: more"]


def test_many_stray_quotes_are_read_in_time() -> None:
    assert len(rows("Name,Email,Notes\n" + 'Bob,b@x.c,"5" pipe\n' * 20_000)) == 20_000


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    data = ("Name,Email\n" + "Bob,b@x.c\n" * 999).encode()
    contacts.read(data, "x", progress=lambda done, total: told.append((done, total)))
    assert told[0][0] == 0 and told[-1][0] == told[-1][1] >= 999


PLAIN = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\u00a0'=*:")
WORDS = st.text(PLAIN, min_size=1).map(lambda text: f"a{' '.join(text.split())}")


@settings(max_examples=60)
@given(WORDS, WORDS, WORDS)
def test_a_plain_row_comes_back(given_name: str, family: str, note: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([["Last name", "First name", "E-mail", "Notes"], [family, given_name, "a@b.c", note]])
    card = read(out.getvalue()).cards[0]
    assert (card.given, card.family) == (given_name, family)
    assert card.ways == [Way("email", "a@b.c")]
    assert card.facts == [Fact("note", note)]


@settings(max_examples=150)
@given(st.lists(st.sampled_from([
    "Name", "Email", "Phone 1 - Value", "Phone 1 - Type", "Address", "City", "Birthday", "Action", "delete",
    ",", ";", "\t", "\n", '"',
    "\r\n", '=""', "'+", " ::: ", "a@b.c", "0.0.00", "Birth Month", "Birth Day", "99", "sep=", "é",
]) | st.text(max_size=5)), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_no_text_raises(pieces: list[str], codec: str) -> None:
    reading = read("".join(pieces).encode(codec, "ignore"))
    assert all(card.name for card in reading.cards)
    assert reading.cards or reading.unreadable or "".join(pieces)


def test_a_customer_beside_an_empty_contact_is_a_business_unless_a_person_is_meant() -> None:
    cards = rows(table(
        "Customer,Contact,Tel.,Birthday", "Acme,Ana Keller,1,", "Mary Poppins,,2,", "Schmidt,,3,4/3/80", "Schmidt,,4,",
        "Hotel Mary,,5,", '"Keller, Ana",,7,', "Jo & Sons,,8,"))
    assert [(card.name, card.is_company) for card in cards] == [
        ("Ana Keller", False), ("Mary Poppins", False), ("Schmidt", False), ("Schmidt", True), ("Hotel Mary", True),
        ("Keller, Ana", False), ("Jo & Sons", True)]


def test_a_customer_alone_is_a_person_unless_a_word_says_business() -> None:
    cards = rows(table("Customer,Tel.,Since,Standing,Looked after by,Wish,Tags",
                       "Ana,1,2015,VIP,Jo,\"phone, after 8\",a; b",
                       "Huber GmbH,2,3.4.2020,one-off,,evenings,"))
    assert [(card.name, card.is_company, str(card.since), card.standing) for card in cards] == [
        ("Ana", False, "2015-01-01", ""), ("Huber GmbH", True, "2020-04-03", "one-off")]
    assert (cards[0].keeper, cards[0].wish_channel, cards[0].wish_time, cards[0].tags) == ("Jo", "phone", "after 8",
                                                                                             ["a", "b"])
    assert (cards[0].raw, cards[1].wish_time) == (["Standing: VIP"], "evenings")


def test_lines_of_several_code_pages_in_one_table() -> None:
    data = b"Name,Ort\n" + "Zoé,Paris\n".encode() + "Müller,Köln\n".encode("cp1252") + "Übel,Lübeck\n".encode("cp850")
    assert [card.name for card in rows(data, "DE")] == ["Zoé", "Müller", "Übel"]


def test_more_cells_than_headers_are_kept_beside_the_person() -> None:
    ana, ben = rows(table("Name,Phone,Email", "Ana,1,a@b.c" + ",x" * 37, "Ben,2"))
    assert (ana.name, len(ana.raw), ana.raw[0], ben.name) == ("Ana", 37, "Column 4: x", "Ben")
