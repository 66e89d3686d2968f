"""Calendar files from the command line: in, out, and what today holds for the phone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lovedesk import cli

CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:a@x
SUMMARY:Round
DTSTART;TZID=Europe/Berlin:20301202T093000
RRULE:FREQ=WEEKLY;BYDAY=MO
EXDATE;TZID=Europe/Berlin:20301209T093000
END:VEVENT
BEGIN:VEVENT
SUMMARY:Broken
END:VEVENT
BEGIN:VEVENT
UID:b@x
SUMMARY:Ana Ruiz's birthday
DTSTART;VALUE=DATE:19800407
RRULE:FREQ=YEARLY
END:VEVENT
END:VCALENDAR
"""
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\nN:Ruiz;Ana;;;\nEND:VCARD\n"


def test_contacts_and_a_calendar_come_in_together_and_go_out_again(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    events, card, desk = tmp_path / "a.ics", tmp_path / "a.vcf", ["--desk", str(tmp_path / "new.lovedesk")]
    events.write_text(CALENDAR, "utf-8")
    card.write_text(CARD, "utf-8")
    assert cli.main([*desk, "import", str(events), str(card)]) == 0
    assert capsys.readouterr().out.splitlines()[-4:] == [
        "1 new event", "1 new day of a customer", "1 could not be read",
        "  a.ics:9: It does not say when it begins."]
    assert cli.main([*desk, "export", "--out", str(tmp_path / "all.json")]) == 0
    found = json.loads((tmp_path / "all.json").read_text("utf-8"))
    first = found["touchpoints"][0]
    assert (first["title"], first["start"], first["zone"], first["repeats"]) == (
        "Round", "2030-12-02T09:30", "Europe/Berlin", "FREQ=WEEKLY;BYDAY=MO")
    assert first["next"] == ["2030-12-02T09:30", "2030-12-16T09:30", "2030-12-23T09:30"]
    day = found["customers"][0]["people"][0]["days"][0]
    assert (day["start"], day["repeats"], len(day["next"])) == ("1980-04-07", "FREQ=YEARLY", 3)
    assert cli.main([*desk, "export", "--format", "ics", "--out", str(tmp_path / "out.ics")]) == 0
    assert cli.main([*desk, "import", str(tmp_path / "out.ics")]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "2 are here already"


def test_a_file_of_broken_events_alone_fails_and_lists_them(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    events = tmp_path / "a.ics"
    events.write_text("BEGIN:VEVENT\nSUMMARY:Broken\nEND:VEVENT\n", "utf-8")
    assert cli.main(["--desk", str(tmp_path / "new.lovedesk"), "import", str(events)]) == 1
    assert "a.ics:1: It does not say when it begins." in capsys.readouterr().out


def test_today_is_written_into_a_folder_for_the_phone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card, desk = tmp_path / "a.vcf", ["--desk", str(tmp_path / "new.lovedesk")]
    card.write_text(CARD, "utf-8")
    cli.main([*desk, "import", str(card)])
    folder = tmp_path / "phone"
    folder.mkdir()
    assert cli.main([*desk, "export", "--format", "phone", "--out", str(folder)]) == 0
    assert sorted(file.suffix for file in folder.iterdir()) == [".ics", ".vcf"]
    assert cli.main([*desk, "export", "--format", "phone", "--out", str(folder / "nowhere")]) != 0


def test_a_part_of_the_calendar_goes_out_by_its_days(
        tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    events, desk = tmp_path / "a.ics", ["--desk", str(tmp_path / "new.lovedesk")]
    events.write_text(CALENDAR, "utf-8")
    cli.main([*desk, "import", str(events)])
    for days, titles in ((["--from", "2031-01-06", "--to", "2031-01-06"], [b"Round"]),
                         (["--from", "2031-01-07", "--to", "2031-01-12"], []),
                         (["--from", "2031-04-01", "--to", "2031-04-07"], [b"Ana Ruiz's birthday", b"Round"]),
                         (["--to", "2030-12-01", "--from", "2030-04-08"], [])):
        capsysbinary.readouterr()
        assert cli.main([*desk, "export", "--format", "ics", *days]) == 0
        written = capsysbinary.readouterr().out.splitlines()
        assert sorted(line.removeprefix(b"SUMMARY:") for line in written if line.startswith(b"SUMMARY:")) == titles


@pytest.mark.parametrize(("given", "said"), [
    (["--from", "2031-01-06"], b"go with --format ics"),
    (["--format", "ics", "--from", "2031-01-06", "--to", "2031-01-05"], b"before the first"),
])
def test_days_that_make_no_part_are_refused(
        tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], given: list[str], said: bytes) -> None:
    desk = ["--desk", str(tmp_path / "new.lovedesk")]
    cli.main([*desk, "add", "customer Ana Ruiz"])
    capsysbinary.readouterr()
    assert cli.main([*desk, "export", *given]) == 1
    out, err = capsysbinary.readouterr()
    assert out == b"" and said in err
