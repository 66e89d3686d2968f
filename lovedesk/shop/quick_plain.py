"""Plain letters of a typed line: folded, each letter still in its place, so that what is found can be underlined."""

from __future__ import annotations

from lovedesk.shop.folding import fold


def plain(text: str) -> str:
    """Lower case without accents, as long as the text; a letter that folds to several stays as it is."""
    if text.isascii():
        return text.lower()
    return "".join(_plain(letter) for letter in text)


def _plain(letter: str) -> str:
    folded = fold(letter)
    return folded if len(folded) == 1 else letter
