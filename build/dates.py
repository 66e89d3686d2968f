"""Write resources/dates.tsv: what CLDR says of dates and numbers, for the locales of people who may run a shop with us.

Run with `make dates` when Babel is renewed. The program itself reads these few kilobytes instead of importing Babel,
which would cost 35 ms at every start and 32 MB in the standalone folder.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from babel import Locale
from babel.dates import match_skeleton
from babel.localedata import locale_identifiers

LANGUAGES = frozenset(
    ("bg", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fi", "fr", "ga", "gl", "hr", "hu", "is", "it",
     "ja", "ko", "lt", "lv", "mk", "mt", "nb", "nl", "nn", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sv", "tr", "uk",
     "vi", "zh"))
SKELETONS = ("MMMd", "MMMEd", "MMMMd", "yMMMd", "yMMMEd", "yMMMM", "yMMMMEEEEd")
TARGET = Path(__file__).resolve().parent.parent / "resources" / "dates.tsv"


def main() -> None:
    """Write a line for each locale whose data differ from those of its language."""
    names = [name for name in locale_identifiers() if name.partition("_")[0] in LANGUAGES and name.count("_") < 2]
    plain = {name: _data(Locale.parse(name)) for name in names if "_" not in name}
    told = {name: _data(Locale.parse(name)) for name in sorted(names)}
    lines = [f"{name}\t{json.dumps(data, ensure_ascii=False, separators=(',', ':'))}\n" for name, data in told.items()
             if "_" not in name or data != plain[name.partition("_")[0]]]
    TARGET.write_text("".join(lines), "utf-8")


def _data(locale: Locale) -> dict[str, object]:
    return {
        "first_weekday": locale.first_week_day,
        "days": {width: [locale.days["stand-alone"][width][n] for n in range(7)]
                 for width in ("short", "abbreviated", "wide")},
        "months": {width: [locale.months["stand-alone"][width][n] for n in range(1, 13)]
                   for width in ("abbreviated", "wide")},
        "months_in_dates": {width: [locale.months["format"][width][n] for n in range(1, 13)]
                            for width in ("abbreviated", "wide")},
        "days_in_dates": {width: [locale.days["format"][width][n] for n in range(7)]
                          for width in ("abbreviated", "wide")},
        "decimal": locale.number_symbols["latn"]["decimal"],
        "thousands": locale.number_symbols["latn"]["group"],
        "patterns": {skeleton: _pattern(locale, skeleton) for skeleton in SKELETONS},
    }


def _pattern(locale: Locale, skeleton: str) -> str:
    """CLDR's pattern of a skeleton, or of the nearest one there is, its widths as wanted."""
    known = locale.datetime_skeletons
    found = skeleton if skeleton in known else match_skeleton(skeleton, known)
    pattern = str(known[found].pattern if found else locale.date_formats["medium"].pattern)
    if skeleton == "yMMMMEEEEd":
        pattern = str(locale.date_formats["full"].pattern)
    return re.sub(r"^(E+), ", r"\1 ", pattern)


if __name__ == "__main__":
    main()
