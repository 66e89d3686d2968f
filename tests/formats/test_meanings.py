import pytest

from lovedesk.formats import header_words, meanings
from lovedesk.mishaps import Refused


def test_the_option_of_the_command_line_names_columns_and_what_they_become() -> None:
    assert meanings.of_option("Kunde=customer, Tel.=phone,a=b=email:work") == {
        "Kunde": "customer", "Tel.": "phone", "a=b": "email:work"}
    with pytest.raises(Refused, match="cannot become elephant"):
        meanings.of_option("Kunde=elephant")
    with pytest.raises(Refused, match="says no column"):
        meanings.of_option("Kunde")


@pytest.mark.parametrize("slug", [slug for slug, _words in meanings.choices()])
def test_every_choice_makes_a_column_that_has_its_meaning(slug: str) -> None:
    assert meanings.slug_of(meanings.column_of(slug)) == slug
    assert meanings.words_of(slug)


@pytest.mark.parametrize(("slug", "words"), [
    ("detail:care", "Detail: care"), ("detail:Upholstery", "Detail: Upholstery"), ("phone:workshop", "Phone, workshop"),
    ("relation:godmother", "Relation: godmother"), ("day:name day", "Another day, name day"),
])
def test_labels_of_the_shops_own_are_kept(slug: str, words: str) -> None:
    assert meanings.slug_of(meanings.column_of(slug)) == slug
    assert meanings.words_of(slug) == words


@pytest.mark.parametrize(("header", "slug"), [
    ("Tel.", "phone"), ("Mobile", "phone:mobile"), ("Ort", "town"), ("Strange", "keep"), ("Last visit", "lastvisit"),
    ("Phone (workshop)", "phone:workshop"), ("Detail: Care", "detail:care"), ("Day: name day", "day:name day"),
    ("Relation: daughter", "relation:daughter"), ("E-mail 1 - Value", "email"), ("Phone 1 - Label", "label"),
    ("Tags", "tag"), ("Kunde seit", "since"), ("Priority", "ignore"),
])
def test_headers_are_told_by_their_meaning(header: str, slug: str) -> None:
    assert meanings.slug_of(header_words.understand(header)) == slug
