"""Names that may be one: one written shorter, its words turned round, an initial, a letter wrong."""

from __future__ import annotations

from lovedesk.shop.folding import fold, spaced

LIKE = 88.0         # of a hundred: "Hans Meier" and "Hans Meyer" are, "Leo Ruiz" and "Lea Ruiz" are not
_FORMS = frozenset("ab ag aps as bv co company corp doo eg eu gbr gmbh inc kg kk limited llc llp lp ltd mbh nv ohg oy "
                   "plc pty sa sarl sas sl spa srl srls the ug und and".split())


def name_words(name: str) -> list[str]:
    """The folded words of a name in alphabetical order, without "Ltd" and its like unless there is nothing else."""
    folded = fold(name)
    words = (folded if folded.replace(" ", "").isalnum() else spaced(folded)).split()
    words.sort()
    if _FORMS.isdisjoint(words):
        return words
    return [word for word in words if word not in _FORMS] or words


def like(one: list[str], other: list[str]) -> bool:
    """Whether two names, as `name_words` gives them, may be one."""
    if one == other:
        return bool(one)
    return _shortened(one, other) or _shortened(other, one) or _misspelt(one, other)


def _shortened(few: list[str], many: list[str]) -> bool:
    """Whether each word is among the others, or is the beginning of one that is not; at least one is there whole."""
    if len(few) > len(many):
        return False
    rest = {word[0] for word in many if word not in few}
    whole = any(word in many and len(word) > 1 for word in few)
    return whole and all(word in many or (len(word) == 1 and word in rest) for word in few)


def _misspelt(one: list[str], other: list[str]) -> bool:
    if [word[0] for word in one] != [word[0] for word in other]:
        return False
    from rapidfuzz import fuzz  # 20 ms, and only where names are compared

    return fuzz.ratio(" ".join(one), " ".join(other)) >= LIKE
