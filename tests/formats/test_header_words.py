import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.formats.header_words import Column, understand


@pytest.mark.parametrize(("header", "column"), [
    ("E-Mail 2: Adresse", Column("email", "", 2)), ("Straße geschäftlich 2", Column("street", "work", 2)),
    ("Telefon (privat 2)", Column("phone", "home", 2)), ("Weiteres/r Bundesland/Kanton", Column("region", "other")),
    ("Name des/der Vorgesetzten", Column("manager")), ("Empfohlen von", Column("referred")),
    ("Rue (bureau) 2", Column("street", "work", 2)), ("Téléphone 2 (domicile)", Column("phone", "home", 2)),
    ("Anniversaire", Column("birthday")), ("Anniversaire de mariage ou fête", Column("anniversary")),
    ("Via (uff.)", Column("street", "work")), ("Ufficio 2", Column("phone", "work", 2)),
    ("CAP (ab.)", Column("postcode", "home")),
    ("Indirizzo posta elettronica 3", Column("email", "", 3)), ("Werkadres, plaats", Column("city", "work")),
    ("Mobiele telefoon", Column("mobile")), ("Teléfono del trabajo", Column("phone", "work")),
    ("Código postal particular", Column("postcode", "home")), ("Correo electrónico", Column("email")),
    ("Home Address 2", Column("address", "home", 2)), ("Phone 2 - Value", Column("phone.value", "", 2)),
    ("FirstName", Column("given")), ("TEL.", Column("phone")), ("PLZ/Ort", Column("zipcity")),
    ("Geb.-Datum", Column("birthday")),
    ("Customer phone", Column("phone")), ("E-mail Type", Column("ignored")), ("Price", None),
    ("Phone model", None), ("", None),
    ("x" * 500, None),
])
def test_headers_of_many_programs(header: str, column: Column | None) -> None:
    assert understand(header) == column


@given(st.text())
def test_no_header_raises(header: str) -> None:
    understand(header)
