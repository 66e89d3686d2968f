"""Bytes to text as real files need it: marks, UTF-16 by its zeros, UTF-8, else the likeliest national code page."""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ALIASES = {"shift_jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932", "ks_c_5601-1987": "cp949",
           "euc-kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "latin1": "cp1252",
           "us-ascii": "cp1252", "ascii": "cp1252", "ansi": "cp1252", "macintosh": "mac-roman", "unicode": "utf-8"}
SEVEN_BIT = frozenset({"utf-7", "iso-2022-jp", "iso2022_jp", "iso-2022-kr", "hz"})
ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00a0-\u00bf\u0192\u02c6-\u02dd\u2018-\u203a\ue000-\uf8ff]")
VOWELS = frozenset("aeiouyøæœı")
# Foreign letters, and what stands beside them.
BESIDE = re.compile(rb"[^\x80-\xff]?(?:[\x80-\xff]+[^\x80-\xff]?)+", re.DOTALL)
FOREIGN = re.compile("[^\x00-\x7f]")
SAMPLE = 10_000             # bytes that tell a code page: hundreds of lines with foreign letters
PIECE = 2_000               # of a line, which its page is told by


class Page(NamedTuple):
    """A code page, the foreign letters that names and streets are full of, and the countries that wrote it."""

    codec: str
    letters: frozenset[str]
    countries: str


PAGES = (
    Page("cp1252", frozenset("äöüÄÖÜßéèàáâçñíóòúêëîïôûåøæÅØÆÉ’–“”€"),
         "AT AU BE CA CH DE DK ES FI FR GB IE IT NL NO PT SE US"),
    Page("cp1250", frozenset("ąćęłńóśźżŁŚŻĆščřžýáíéěůúďťňŠČŘŽőűöüäľô"), "CZ HR HU PL RO SI SK"),
    Page("cp850", frozenset("äöüÄÖÜßéèàáâçñíóúêëîïôûåøæ"), ""),
    Page("mac_roman", frozenset("äöüÄÖÜßéèàáâçñíóúêëîïôûåøæ’–“”"), ""),
    Page("cp1251", frozenset("оеаинтсрвлкмдпуяОЕАИНТСРВЛКМДПУ"), "BG BY MK RS RU UA"),
    Page("koi8_r", frozenset("оеаинтсрвлкмдпуяОЕАИНТСРВЛКМДПУ"), ""),
    Page("cp1253", frozenset("αοιετσνρηυπκλςάίόέώύήμγΑΟΙΕΤΣΝΡΗΥΠΚΛ"), "CY GR"),
    Page("cp1254", frozenset("çğıİöşüÇĞŞÖÜ"), "TR"),
    Page("cp1255", frozenset("אבגדהוזחטילמנסעפצקרשתםןרך"), "IL"),
    Page("cp1256", frozenset("ابتحدرسعفقكلمنهويية"), "AE EG SA"),
    Page("cp1257", frozenset("āčēģīķļņšūžąęėįų"), "EE LT LV"),
    Page("cp932", frozenset(map(chr, (*range(0x3041, 0x30FD), *range(0xFF71, 0xFF9E), *range(0x4E00, 0x9FA6)))), "JP"),
    Page("euc_jp", frozenset(map(chr, range(0x3041, 0x30FD))), ""),
    Page("gb18030", frozenset("的一是不了人在有中国上海北京市区路王李张刘陈杨赵黄周吴徐孙明华伟小公司"), "CN"),
    Page("big5", frozenset("的一是不了人在有中國上海台北市區路王李張劉陳楊趙黃周吳林明華大公司"), "HK TW"),
    Page("cp949", frozenset(map(chr, range(0xAC00, 0xD7A4))), "KR"),
)
NOT_LATIN = frozenset({"cp1251", "koi8_r", "cp1253", "cp1255", "cp1256"})
RARE = frozenset({"cp850", "mac_roman"})     # DOS programs, and "CSV (Macintosh)"
WIDE = frozenset({"cp932", "euc_jp", "gb18030", "big5", "cp949"})


def unmarked(data: bytes) -> tuple[bytes, str]:
    """The bytes without mark and zeros, as UTF-8 where those tell of UTF-16 or 32; and the encoding they were in."""
    for mark, codec in MARKS:
        if data.startswith(mark):
            if codec == "utf-8":
                return data[len(mark):].replace(b"\0", b""), codec
            return _as_utf8(data[len(mark):], codec), codec
    if b"\0" not in data:
        return data, ""
    head = data[:4000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 4 > len(head) // 2:
        codec = "utf-16-le" if odd > even else "utf-16-be"
        return _as_utf8(data, codec), codec
    return data.replace(b"\0", b""), ""


def _as_utf8(data: bytes, codec: str) -> bytes:
    return data.decode(codec, "replace").replace("\0", "").encode("utf-8", "replace")


def is_seven_bit(name: str) -> bool:
    """Whether a charset writes foreign letters in ASCII bytes, so that being ASCII proves nothing."""
    return name.strip().strip('"').lower() in SEVEN_BIT


def by_name(data: bytes, name: str) -> str | None:
    """Decoded by the charset that a file names; None where Python knows none such or it does not fit."""
    name = name.strip().strip('"').lower()
    try:
        return data.decode(ALIASES.get(name, name))
    except (LookupError, UnicodeError, ValueError):
        return None


def likely(sample: bytes, country: str = "") -> list[str]:
    """The code pages that bytes may well be in, the likeliest first."""
    scored = [(_score(sample[:SAMPLE], page), page.codec) for page in PAGES]
    found = sorted((entry for entry in scored if entry[0] > 0.35), key=lambda entry: -entry[0])
    return [codec for _points, codec in found][:6]


def guess(sample: bytes, country: str = "") -> str:
    """The likeliest code page of bytes that are not UTF-8."""
    foreign = sample[:SAMPLE]
    best, best_score = "", 0.0
    for page in PAGES:
        score = _score(foreign, page) + (0.3 if country in page.countries.split() else 0.0)
        score -= 0.45 if page.codec in RARE else 0.0
        if score > best_score:
            best, best_score = page.codec, score
    if best_score >= 0.5:
        return best
    # only for the few files that no alphabet of ours fits: the import alone takes 50 ms
    from charset_normalizer import from_bytes

    found = from_bytes(foreign).best()
    return found.encoding if found is not None and found.encoding not in {"ascii", "utf_8"} else best or "cp1252"


def _score(sample: bytes, page: Page) -> float:
    try:
        text = sample.decode(page.codec)
    except UnicodeDecodeError as error:
        # one character cut off at the end of a sample, or one lone byte in a long text, does not rule a page out
        text = sample.decode(page.codec, "replace")
        if text.count("\ufffd") * 20 > len(text) or (page.codec in WIDE and error.end < len(sample) - 2):
            return 0.0
    foreign = good = 0
    text = f" {text} "
    for match in FOREIGN.finditer(text):
        at, char = match.start(), match[0]
        foreign += 1
        good += 10 if char in page.letters else 4 if char.isalpha() else 0
        good -= _strangeness(text[at - 1], char, text[at + 1], page)
    return good / foreign / 10 if foreign else 0.0


def _strangeness(before: str, char: str, after: str, page: Page) -> int:
    """How unlikely a letter stands where it stands, in tenths: kana within Latin words, three consonants in a row."""
    if ODD.match(char) and char not in page.letters:
        return 6
    latin = before.isascii() and before.isalpha(), after.isascii() and after.isalpha()
    if page.codec in WIDE or page.codec in NOT_LATIN:
        return 8 * sum(latin)
    if char.isupper() and before.isalpha() and (before.islower() or after.islower()):
        return 8
    if page.codec == "cp1252" and not (before.isascii() or after.isascii()) and before.isalpha() and after.isalpha():
        return 8        # three in a row: no western word, but any in another alphabet
    if char.isalpha() and after.isalpha() and (_base(char) in VOWELS) == (_base(after) in VOWELS):
        return 4
    return 0


def _base(char: str) -> str:
    return unicodedata.normalize("NFD", char)[0].lower()


def decode_line(data: bytes, charset: str, page: str) -> str:
    """One line that may not be UTF-8: by its charset, else UTF-8 with lone bad bytes of the code page, else that."""
    text = data.decode("utf-8", "surrogateescape")
    bad = sum("\udc80" <= char <= "\udcff" for char in text)
    wide = ALIASES.get(charset.lower(), charset.lower()) in WIDE or is_seven_bit(charset)
    if charset and (bad or wide):
        named = by_name(data, charset)
        if named is not None:
            return named
    if not bad:
        return text
    sound = sum(not char.isascii() for char in text) - bad
    if bad <= sound and page not in WIDE:
        return re.sub("[\udc80-\udcff]", lambda match: _lone(match[0], page), text)
    return data.decode(page, "replace")


def _lone(char: str, page: str) -> str:
    return char.encode("utf-8", "surrogateescape").decode(page, "replace")


def page_for(piece: bytes, page: str, country: str = "") -> str:
    """The page of a file, unless a piece of it reads oddly by that and well by another: files are put together."""
    return _page_for(b" ".join(BESIDE.findall(piece[:PIECE])), page, country)


@lru_cache(maxsize=4096)     # where a line is not UTF-8, others have the same letters
def _page_for(piece: bytes, page: str, country: str) -> str:
    known = next((each for each in PAGES if each.codec == page), None)
    if known is None or page in WIDE or (own := _score(piece, known)) > 0.9:
        return page
    others = [each for each in PAGES if each.codec not in WIDE]
    scores = {each: _score(piece, each) for each in others}
    best = max(others, key=lambda each: scores[each] + (0.1 if country in each.countries.split() else 0.0))
    return best.codec if scores[best] > own + 0.3 else page


def page_of(data: bytes, country: str = "") -> str:
    """The code page of bytes without mark: "utf-8", else the likeliest of what is not."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return guess(b"\n".join(foreign_lines(data.split(b"\n"))), country)
    return "utf-8"


def text_of(data: bytes, country: str = "", codec: str = "") -> str:
    """A whole file as text, line by line where parts of it are not UTF-8 (then in `codec`); never raises."""
    data, _mark = unmarked(data)
    try:
        return data.decode()
    except UnicodeDecodeError:
        page = codec or page_of(data, country)
        return "\n".join(
            line.decode() if line.isascii() else decode_line(line, "", page if codec else page_for(line, page, country))
            for line in data.split(b"\n"))


def foreign_lines(lines: list[bytes]) -> list[bytes]:
    """The lines that are not UTF-8, as many as a guess needs."""
    found: list[bytes] = []
    size = 0
    for line in lines:
        if line.isascii():
            continue
        try:
            line.decode()
        except UnicodeDecodeError:
            found.append(line)
            size += len(line)
            if size > SAMPLE:
                break
    return found
