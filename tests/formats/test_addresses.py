from lovedesk.formats.addresses import address_text, bare_email

PARTS = ["", "", "High St 1", "Leeds", "Yorks", "LS1", "UK"]


def test_the_postcode_stands_where_a_country_puts_it() -> None:
    assert address_text(PARTS, "GB") == "High St 1\nLeeds Yorks LS1\nUK"
    assert address_text(PARTS, "DE") == "High St 1\nLS1 Leeds, Yorks\nUK"
    assert address_text(["Box 5"], "GB") == "Box 5"


def test_an_email_address_without_its_name() -> None:
    assert bare_email("Al Lee <al@example.org>") == "al@example.org"
    assert bare_email("<al@example.org>") == "al@example.org"
    assert bare_email("al@example.org") == "al@example.org"
    assert bare_email("Al <at home>") == "Al <at home>"
