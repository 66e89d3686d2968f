import pytest

from lovedesk.formats import labels
from lovedesk.formats.records import Fact, Relation


@pytest.mark.parametrize(("types", "label"), [
    ([], ""), (["voice", "pref"], ""), (["cell"], "mobile"), (["work", "voice"], "work"), (["work", "fax"], "work fax"),
    (["home", "cell"], "mobile"), (["x-grandma"], "grandma"),
])
def test_types_make_one_label(types: list[str], label: str) -> None:
    assert labels.of_types(types) == label


@pytest.mark.parametrize(("word", "label"), [
    ("_$!<HomePage>!$_", "home page"), ("* Work Fax", "work fax"), ("Orders only", "Orders only"), ("Mobile", "mobile"),
])
def test_words_of_programs_become_ours(word: str, label: str) -> None:
    assert labels.of_word(word) == label


@pytest.mark.parametrize(("kind", "fact"), [
    ("_$!<Wife>!$_", Fact("family", "Wife: Jo")), ("Spouse", Fact("family", "Spouse: Jo")), ("", Fact("family", "Jo")),
    ("manager", Fact("note", "Manager: Jo")), ("Godmother", Fact("family", "Godmother: Jo")),
])
def test_relations_are_told_under_their_topic(kind: str, fact: Fact) -> None:
    assert labels.sentence(labels.relation(kind, "Jo")) == fact


def test_several_children_in_one_cell_are_each_a_relation() -> None:
    assert labels.children("Mia, Tom und Ida & Anders") == [
        Relation("Mia", "child"), Relation("Tom", "child"), Relation("Ida", "child"), Relation("Anders", "child")]


@pytest.mark.parametrize(("label", "group", "word"), [
    ("_$!<Mother>!$_", "family", "mother"), ("Hund", "pet", "Hund"), ("Referred By", "introduced", "recommended by"),
    ("_$!<YoungerSister>!$_", "family", "younger sister"), ("Chef", "family", "Chef"),
])
def test_those_around_them_are_grouped_by_what_they_are(label: str, group: str, word: str) -> None:
    assert labels.relation(label, "Jo") == Relation("Jo", word, group)


def test_groups_that_every_address_book_has_are_no_tags() -> None:
    assert labels.tags(["* myContacts", "starred", "North round", " ", "Imported on 3/4/19", "North round"]) == [
        "North round"]
