"""Folded text: what searching, sorting and matching compare: without accents, case, and the writing of numbers."""

from __future__ import annotations

import re
import unicodedata

_NO_DIGITS = re.compile(r"\D+")


class _Letters(dict[int, str]):
    """What each letter of a spread text becomes; learned as letters are met, so that a text costs one pass."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = "" if unicodedata.combining(letter) else letter
        return self[code]


_LETTERS = _Letters(str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "’": "'"}))

_GAPS = str.maketrans(dict.fromkeys("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~–—…“”„«»·", " "))


def fold(text: str) -> str:
    """Lower case without accents: "Łukasz Müller" is found by "lukasz muller"."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)


def spaced(text: str) -> str:
    """Folded words with blanks between them, whatever stood there: "Anne-Marie O'Neill" has four beginnings."""
    return fold(text).translate(_GAPS)


def digits(text: str) -> str:
    """The digits of a number as written, "+" and blanks dropped."""
    return _NO_DIGITS.sub("", text)


def contact_key(kind: str, value: str) -> str:
    """What two ways to be reached are compared by: a number's digits, an e-mail in lower case, else nothing."""
    match kind:
        case "phone":
            return digits(value)
        case "email":
            return value.strip().lower()
    return ""


def tidy(text: str) -> str:
    """Blanks trimmed, control characters and halves of letters dropped, line breaks kept: what was meant."""
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text.strip()
    kept = (letter if letter == "\n" or unicodedata.category(letter) not in {"Cc", "Cs"} else " " for letter in text)
    return "".join(kept).strip()


def tidy_line(text: str) -> str:
    """The same on one line."""
    return " ".join(tidy(text).split())
