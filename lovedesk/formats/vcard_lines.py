"""The structure of vCard files: where cards begin, lines unfolded, decoded and taken apart. It knows no property."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from lovedesk.formats import decoding, labels

BEGIN = re.compile(rb"^(?:BEGIN|begin|Begin)[ \t]*:[ \t]*(?:VCARD|vcard|vCard|Vcard)", re.MULTILINE)
INDENTED = re.compile(rb"^([ \t]+)BEGIN[ \t]*:[ \t]*VCARD", re.MULTILINE | re.IGNORECASE)
HOLDS_A_CARD = re.compile(rb"(?:^|[\r\n])[^\w\r\n]*BEGIN[ \t]*:[ \t]*VCARD", re.IGNORECASE)
FOLD = re.compile(rb"(?<!=)\n[ \t]")
AGENT_AT_END = re.compile(rb"(?:^|\n)(?:[\w-]+\.)?AGENT[^:\n]*:\s*$", re.IGNORECASE)
CHARSET = re.compile(r"CHARSET=\"?([\w.:-]+?)\"?\s*[;:]", re.IGNORECASE)
CUSTOM = re.compile(r";(?:TYPE=)?X-CUSTOM\(([^()]*)\)", re.IGNORECASE)
ESCAPE_TO_KANJI = b"\x1b$"
QUOTED_HEAD = re.compile(r'((?:[^":]++|"[^"]*+")*+):')
SEMICOLON = re.compile(r"(?<!\\);")
COMMA = re.compile(r"(?<!\\),")
ESCAPE = re.compile(r"\\([\\,;:nN\"])")
HAT = re.compile(r"\^([n'^])")
CONTROLS = {code: "" for code in (*range(32), *range(127, 160), 0xFEFF) if code != 10} | {9: " "}
BARE_ENCODINGS = frozenset({"quoted-printable", "base64", "8bit", "7bit", "b", "q"})


class Block(NamedTuple):
    """The lines of one card, or of one within which a card nests; `offset` is where it begins in the file's bytes."""

    place: int
    offset: int
    lines: list[str]


class HasPage(Protocol):
    """A file that knows the code page of its values that name none."""

    @property
    def page(self) -> str: ...


class Head:
    """What stands before the colon of a line: name, group, types, parameters, and what they say of the value."""

    __slots__ = ("base64", "charset", "group", "label", "name", "params", "preferred", "quoted", "types")

    def __init__(self, text: str) -> None:
        text, own_label = _without_custom(text)
        name, *params = split_outside_quotes(text, ";")
        group, dot, rest = name.strip().rpartition(".")
        self.group = group.lower() if dot else ""
        self.name = (rest if dot else name).strip().upper()
        self.params: dict[str, str] = {}
        words: list[str] = []
        for param in params:
            key, equals, value = param.partition("=")
            key, value = key.strip(), _plain_param(value)
            if not equals:
                bare = key.strip('"')
                if bare.lower() in BARE_ENCODINGS:
                    self.params["encoding"] = bare
                elif bare:
                    words += bare.split(",")
            elif key.lower() == "type":
                words += map(str.strip, value.split(","))
            else:
                self.params[key.lower()] = value
        types = list(map(str.lower, words))
        encoding = self.params.get("encoding", "").lower()
        self.quoted = encoding in {"quoted-printable", "q", "quotedprintable"}
        self.base64 = encoding in {"b", "base64"}
        self.charset = self.params.get("charset", "")
        self.types = tuple(dict.fromkeys(kind for kind in types if kind))
        self.preferred = "pref" in types or self.params.get("pref") == "1"
        self.label = own_label or labels.of_types(words)


def _without_custom(text: str) -> tuple[str, str]:
    """A head without the label that Android puts into a type: X-CUSTOM(CHARSET=UTF-8,ENCODING=...,=57=65)."""
    match = CUSTOM.search(text) if "(" in text else None
    if match is None:
        return text, ""
    parts = match[1].split(",")
    written = parts[-1].encode("utf-8", "ignore")
    quoted = any("QUOTED" in part.upper() for part in parts[:-1])
    label = (binascii.a2b_qp(written) if quoted else written).decode("utf-8", "replace")
    return text[:match.start()] + text[match.end():], " ".join(label.split())


def _plain_param(value: str) -> str:
    value = value.strip().replace('"', "")
    if "^" in value:
        value = HAT.sub(lambda match: {"n": "\n", "'": '"', "^": "^"}[match[1]], value)
    return value


def split_outside_quotes(text: str, mark: str) -> list[str]:
    """Parts between marks that do not stand within double quotes; a quote that never closes quotes nothing."""
    if '"' not in text or text.count('"') % 2:
        return text.split(mark)
    parts: list[list[str]] = [[]]
    for number, piece in enumerate(text.split('"')):
        if number % 2:
            parts[-1].append(f'"{piece}"')
        else:
            first, *others = piece.split(mark)
            parts[-1].append(first)
            parts += [[other] for other in others]
    return ["".join(part) for part in parts]


def split_head(line: str) -> tuple[str, str]:
    """A line as head and value; a colon within a quoted parameter does not part them. No colon: ("", line)."""
    if match := QUOTED_HEAD.match(line):
        return match[1], line[match.end():]
    head, colon, value = line.partition(":")
    return (head, value) if colon else ("", line)


def holds_a_card(data: bytes) -> bool:
    """Whether bytes without mark or zeros look like a vCard file."""
    return b"VCARD" in data.upper() and HOLDS_A_CARD.search(data) is not None    # looking for the word alone is quick


def blocks(data: bytes, country: str, page: str = "") -> Iterator[Block]:
    """The cards of a file's bytes (without mark and zeros), each with its unfolded lines, by a code page if given."""
    if b"\r" in data:
        # twice, for files that went through a text-mode copy and end their lines in CR CR LF
        data = data.replace(b"\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    data = data.replace(b"\n\xef\xbb\xbf", b"\n")
    if b"VCARDBEGIN:" in data:      # files put together whose last line had no end
        data = data.replace(b"VCARDBEGIN:", b"VCARD\nBEGIN:")
    if not BEGIN.search(data) and (indented := INDENTED.search(data)):
        data = data.replace(b"\n" + indented[1], b"\n").removeprefix(indented[1])
    starts = _starts(data)
    chosen = bool(page)
    place, counted = 1, 0
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(data)
        place += data.count(b"\n", counted, start)
        counted = start
        chunk = data[start:end]
        if b"\n " in chunk or b"\n\t" in chunk:
            chunk = FOLD.sub(b"", chunk)
        try:
            lines = chunk.decode().split("\n")
            if ESCAPE_TO_KANJI in chunk:
                lines = [_decoded(line, "iso2022_jp") for line in chunk.split(b"\n")]
        except UnicodeDecodeError:
            page = page or decoding.guess(_foreign_values(data), country)
            own = page if chosen else decoding.page_for(_foreign_values(chunk), page, country)
            lines = [_decoded(line, own) for line in chunk.split(b"\n")]
        if b"=\n" in chunk:
            lines = _joined(lines)
        yield Block(place, start, lines)


def _starts(data: bytes) -> list[int]:
    """Where cards begin: at each BEGIN but those that follow an AGENT, whose card nests in the one before."""
    found = [match.start() for match in BEGIN.finditer(data)]
    if not found:
        found = [match.start() for match in re.finditer(rb"BEGIN[ \t]*:[ \t]*VCARD", data, re.IGNORECASE)]
    return [start for start in found
            if not (data[max(0, start - 9):start].rstrip().endswith(b":")
                    and AGENT_AT_END.search(data, max(0, start - 200), start))]


def quoted_page(data: bytes, country: str) -> str:
    """The likeliest code page of what stands in quoted-printable in a file and is not UTF-8."""
    return decoding.guess(_foreign_values(binascii.a2b_qp(data.replace(b"=0D=0A", b" "))), country)


def _foreign_values(data: bytes) -> bytes:
    values = [line.partition(b":")[2] for line in decoding.foreign_lines(FOLD.sub(b"", data).split(b"\n"))]
    return b"\n".join(values)


def _decoded(line: bytes, page: str) -> str:
    if ESCAPE_TO_KANJI in line:
        return decoding.by_name(line, "iso2022_jp") or line.decode("utf-8", "replace")
    if line.isascii():
        return line.decode()
    charset = CHARSET.search(line.partition(b":")[0].decode("ascii", "replace") + ":")
    return decoding.decode_line(line, charset[1] if charset else "", page)


def _joined(lines: list[str]) -> list[str]:
    """Soft line breaks of quoted-printable, and folds after an equals sign that belongs to the value, put together."""
    parts: list[list[str]] = []
    soft = False
    for line in lines:
        if soft and not line.upper().startswith(("BEGIN:VCARD", "END:VCARD")):
            parts[-1][-1] = parts[-1][-1].rstrip(" \t")[:-1]
            parts[-1].append(line)
        elif parts and line[:1] in {" ", "\t"}:
            parts[-1].append(line[1:])
        else:
            parts.append([line])
            quoted = "QUOTED-PRINTABLE" in line[:300].partition(":")[0].upper()
        soft = quoted and line.rstrip(" \t").endswith("=")
    return ["".join(part) for part in parts]


def unquoted(value: str, charset: str, file: HasPage) -> str:
    """A quoted-printable value in the escaped form of all others; the semicolons between its parts stay bare."""
    parts = SEMICOLON.split(value)
    texts = [_quoted_text(part, charset, file).replace("\r\n", "\n").replace("\r", "\n") for part in parts]
    if len(parts) > 1:
        texts = [re.sub(r"(?<!\\);", r"\\;", text) for text in texts]
    return ";".join(texts).replace("\n", "\\n")


def _quoted_text(part: str, charset: str, file: HasPage) -> str:
    data = binascii.a2b_qp(part.encode("utf-8", "ignore"))
    if charset and (decoding.is_seven_bit(charset) or not data.isascii()):
        named = decoding.by_name(data, charset)
        if named is not None:
            return named
    try:
        return data.decode()
    except UnicodeDecodeError:
        return decoding.decode_line(data, "", file.page)


def parts_of(value: str) -> list[str]:
    """The parts between semicolons, still escaped."""
    if "\\" not in value:
        return value.split(";")
    hidden = value.replace("\\\\", "\0")
    return [part.replace("\0", "\\\\") for part in SEMICOLON.split(hidden)]


def items_of(value: str) -> list[str]:
    """The items between commas, as plain text, the empty ones left out."""
    hidden = value.replace("\\\\", "\0")
    return [item for part in COMMA.split(hidden) if (item := plain(part.replace("\0", "\\\\")))]


def plain(value: str) -> str:
    """A value as a person reads it: escapes resolved, control characters gone, new lines kept."""
    if "\\" in value:
        value = ESCAPE.sub(_resolved, value)
    return value.strip() if value.isprintable() else cleaned(value)


def _resolved(match: re.Match[str]) -> str:
    return "\n" if match[1] in "nN" else match[1]


def cleaned(value: str) -> str:
    """Text without control characters and lone surrogates; new lines stay."""
    value = value.replace("\r\n", "\n").replace("\r", "\n").translate(CONTROLS)
    return value.encode("utf-8", "ignore").decode().strip()


def line_of(value: str) -> str:
    """As `plain`, for what stands on one line: a name, a number."""
    if "\\" not in value and value.isprintable():
        return value.strip()
    value = plain(value)
    return value if value.isprintable() else " ".join(value.split())


def decoded_base64(value: str) -> bytes:
    """What base64 says, empty where it says nothing; blanks, line ends and missing padding are forgiven."""
    value = value.strip()
    try:
        return binascii.a2b_base64(value.encode("ascii", "ignore") + b"===")
    except binascii.Error:
        return b""
