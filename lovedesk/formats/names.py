"""Names of people: their parts in the order in which they are said, and what is a mere form of address."""

from __future__ import annotations

from typing import NamedTuple

from lovedesk.formats.header_words import fold

POLITE = frozenset((
    "mr mrs ms miss mx sir madam herr herrn frau fraulein m mme mlle monsieur madame mademoiselle sr sra srta "
    "senor senora sig sigra signor signora dhr mevr meneer mevrouw mw familie family famille firma "
).split())
LEARNED = frozenset("dr prof professor dott dottssa dra ing mag dipl rev".split())
HAN = "\u2e80"


class NameParts(NamedTuple):
    """The parts of a name, as address books hold them."""

    family: str = ""
    given: str = ""
    middle: str = ""
    prefix: str = ""
    suffix: str = ""

    def composed(self) -> str:
        """The name as it is said: without a mere "Mr", family first where it is written in Han."""
        if self.given[:1] >= HAN and self.family[:1] >= HAN:
            ordered = [self.family, self.given]
        else:
            ordered = [self.prefix if is_learned(self.prefix) else "", self.given, self.middle, self.family]
        return ", ".join(filter(None, (" ".join(filter(None, ordered)), self.suffix)))


def is_learned(prefix: str) -> bool:
    """Whether a prefix is a title that belongs to the name: "Dr.", not "Mr"."""
    return bool(prefix) and bool(LEARNED.intersection(fold(prefix).split()) or not POLITE.intersection(
        fold(prefix).split()))


def is_title(text: str) -> bool:
    """Whether words are nothing but forms of address and learned titles."""
    words = set(fold(text).split())
    return bool(words) and words <= POLITE | LEARNED
