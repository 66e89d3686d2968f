import pytest

from lovedesk.formats import labels
from lovedesk.formats.records import Fact


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
    assert labels.relation(kind, "Jo") == fact
