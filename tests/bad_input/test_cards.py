"""Files of cards, whatever stands in them: a clear sentence, all that was stored intact, and the program goes on."""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from lovedesk.shop import customers
from tests.bad_input.hands import ANA, Run, brought, one_sentence, stored


@pytest.mark.parametrize(("content", "words"), [
    (b"", "empty"), (b"\r\n \n", "empty"), (b"\xef\xbb\xbf", "empty"), (bytes(5000), "empty"),
    (b"\0\1\2\3" * 99, "no file of contacts"),
    (b"\xff\xd8\xff\xe0" + b"x" * 5000, "picture"), (b"PK\x03\x04" + b"x" * 500, "CSV"), (b"{", "JSON"),
    (b'{"format": "theirs"}', "no export"), (b'{"format": "lovedesk", "version": 99}', "newer")])
def test_a_file_without_contacts_is_said_and_changes_nothing(
    run: Run, tmp_path: Path, intact: Callable[[], bool], content: bytes, words: str,
) -> None:
    before = run("export")[1]
    code, out, err = brought(run, tmp_path / "people.vcf", content)
    assert code == 1
    assert words in out + err
    assert "Traceback" not in err
    assert run("export")[1] == before
    assert intact()


def test_a_photo_beyond_all_measure_is_left_out_and_its_person_comes_in(
    run: Run, tmp_path: Path, intact: Callable[[], bool],
) -> None:
    photo = base64.b64encode(b"\xff\xd8\xff" + bytes(17 << 20)).decode()
    lines = "\n ".join(photo[at:at + 1_000_000] for at in range(0, len(photo), 1_000_000))
    code, _out, err = brought(run, tmp_path / "p.vcf", ANA.replace("TEL:", f"PHOTO;ENCODING=b;TYPE=JPEG:{lines}\nTEL:"))
    assert (code, err) == (0, "")
    assert "Ana Ruiz" in run("find", "960001")[1]
    assert intact()
    assert not stored(run)["Ana Ruiz"]["people"][0]["has_photo"]


def test_a_photo_that_claims_more_than_memory_holds_is_named_and_never_opened(
    run: Run, tmp_path: Path, intact: Callable[[], bool],
) -> None:
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0) + bytes(40)
    photo = base64.b64encode(png).decode()
    code, _out, err = brought(run, tmp_path / "p.vcf", ANA.replace("TEL:", f"PHOTO;ENCODING=b;TYPE=PNG:{photo}\nTEL:"))
    assert (code, err) == (0, "")
    (ana,) = stored(run)["Ana Ruiz"]["people"]
    assert (ana["has_photo"], ana["raw"]) == (False, "A photo that claims to be 60000 × 60000 pixels was left out.")
    assert run("sheet", "--customer", "Ana Ruiz", "--out", tmp_path / "sheet.pdf")[0] == 0
    assert intact()


def test_a_card_of_a_megabyte_on_one_line_comes_in(run: Run, tmp_path: Path, intact: Callable[[], bool]) -> None:
    code, _out, err = brought(run, tmp_path / "p.vcf", ANA.replace("TEL:", f"NOTE:{'word ' * 200_000}\nTEL:"))
    assert (code, err) == (0, "")
    assert "Ana Ruiz" in run("find", "960001")[1]
    assert intact()


def test_a_megabyte_without_an_end_is_said_and_changes_nothing(
    run: Run, tmp_path: Path, intact: Callable[[], bool],
) -> None:
    for content in ("BEGIN:VCARD FN:Ana " + "x" * 1_000_000, "x" * 1_000_000, '"' + "x" * 1_000_000, "," * 300_000):
        _code, _out, err = brought(run, tmp_path / "p.vcf", content)
        assert "Traceback" not in err
        assert "inside Lovedesk" not in err
    assert intact()


def test_a_name_of_ten_thousand_letters_comes_in_shortened_and_nothing_of_it_is_lost(
    run: Run, tmp_path: Path, intact: Callable[[], bool],
) -> None:
    name = "Ana " + "Ruiz " * 2_000
    code, _out, err = brought(run, tmp_path / "p.vcf", ANA.replace("Ana Ruiz", name.strip()))
    assert (code, err) == (0, "")
    exported = run("export")[1]
    assert max(len(one["name"]) for one in json.loads(exported)["customers"]) <= customers.NAME_LIMIT
    assert exported.count("Ruiz") >= 2_000
    code, _out, err = run("add", f"customer {name[:1_500]}")
    assert (code, "longer than any name" in err, one_sentence(err)) == (1, True, True)
    assert run("add", f"customer {name}")[1].startswith("Inbox: ")      # so long a line is a text
    assert intact()


@pytest.mark.parametrize("name", [
    "أنا رويز", "שרה כהן", "Ana \u202eziuR\u202c", "Zoe\u0308 A\u030angstro\u0308m", "Z" + "\u0301" * 200, "👩‍🔧 Ana",
    "李 明", "\u200bAna\u200b", "Ａｎａ"])
def test_any_writing_comes_in_as_it_is_and_is_found(
    run: Run, tmp_path: Path, intact: Callable[[], bool], name: str,
) -> None:
    code, _out, err = brought(run, tmp_path / "p.vcf", ANA.replace("Ana Ruiz", name))
    assert (code, err) == (0, "")
    assert name in stored(run)
    assert run("find", "960001")[1] != ""
    assert run("find", name)[0] == 0
    assert intact()


@pytest.mark.parametrize("letters", ["\x00", "\x01\x02\x1b[31m", "\x7f\x85", "\u2028", "\ud800", "\ufeff", "\ufffe"])
def test_control_characters_and_halves_of_letters_are_dropped(
    run: Run, tmp_path: Path, intact: Callable[[], bool], letters: str,
) -> None:
    code, _out, err = brought(run, tmp_path / "p.vcf", ANA.replace("Ana Ruiz", f"Ana{letters} Ruiz"))
    assert (code, err) == (0, "")
    found = run("find", "ruiz")[1]
    assert found.startswith("Ana")
    assert not set(found) & set("\x00\x01\x02\x1b\x7f\x85\ud800")
    assert intact()


def test_the_same_uid_on_two_people_keeps_both(run: Run, tmp_path: Path, intact: Callable[[], bool]) -> None:
    cards = "".join(ANA.replace("Ana Ruiz", f"{name}\nUID:one").replace("960001", number)
                    for name, number in (("Ana Ruiz", "960001"), ("Mo Lindt", "960002")))
    for _time in range(2):
        code, _out, err = brought(run, tmp_path / "p.vcf", cards)
        assert (code, err) == (0, "")
        assert {name: [way["value"] for way in one["people"][0]["contact_points"]]
                for name, one in stored(run).items() if name != "Ben Stored"} == {
            "Ana Ruiz": ["01632 960001"], "Mo Lindt": ["01632 960002"]}
    assert intact()


def test_a_circle_of_families_and_links_comes_in(run: Run, tmp_path: Path, intact: Callable[[], bool]) -> None:
    names = ("Ana Ruiz", "Mo Lindt", "Zed Orr")
    cards = "".join(
        f"BEGIN:VCARD\nVERSION:4.0\nUID:{name[0]}\nFN:{name}\nRELATED;TYPE=friend:{after[0]}\n"
        f"RELATED;TYPE=child;VALUE=text:{after}\nRELATED;TYPE=agent:{name[0]}\nEND:VCARD\n"
        for name, after in zip(names, (*names[1:], names[0]), strict=True))
    for _time in range(2):
        code, _out, err = brought(run, tmp_path / "p.vcf", cards)
        assert (code, err) == (0, "")
        assert set(names) <= set(stored(run))
    assert run("sheet", "--customer", "Ana Ruiz", "--out", tmp_path / "sheet.pdf")[0] == 0
    file = tmp_path / "all.vcf"
    assert run("export", "--format", "vcard4", "--out", file)[0] == 0
    assert run("import", file, desk=tmp_path / "other.lovedesk")[0] == 0
    assert intact()
