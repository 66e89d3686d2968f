"""Files of several kinds in one go are one action: one undo takes all of it back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lovedesk import cli
from lovedesk.formats import checklist_file
from lovedesk.formats.checklist_file import SharedItem, SharedList


def test_all_that_came_in_one_go_is_taken_back_by_one_undo(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shared = SharedList("Harbour", "great", "visit", 30, [SharedItem("do", "Sing")])
    files = {
        "a.vcf": "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\nN:Ruiz;Ana;;;\nEND:VCARD\n",
        "jobs.csv": "Customer,Number,Title,Date,Status,Total\nAna Ruiz,R-1,Six stools,2026-10-01,paid,80\n",
        "a.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a@x\nSUMMARY:Stocktaking\nDTSTART:20301202T093000\nEND:VEVENT\n"
                 "END:VCALENDAR\n",
        "list.json": checklist_file.dump(shared).decode()}
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    desk = ["--desk", str(tmp_path / "new.lovedesk")]

    def told(*arguments: str) -> str:
        assert cli.main([*desk, *arguments]) == 0
        return capsys.readouterr().out

    def held() -> tuple[int, int]:
        found = json.loads(told("export"))
        return len(found["customers"]), len(found["touchpoints"])

    assert told("import", *(str(tmp_path / name) for name in files)).splitlines() == [
        "1 new customer", "1 new person", "1 new job", "1 new event", "Harbour: new checklist"]
    assert held() == (1, 1)
    assert told("undo").startswith("Taken back")
    assert held() == (0, 0)
    assert cli.main([*desk, "undo"]) != 0
    capsys.readouterr()
    assert told("import", str(tmp_path / "list.json")) == "Harbour: new checklist\n"


def test_who_looks_after_them_and_is_nobody_here_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "c.csv"
    table.write_text("Name,E-mail,Looked after by\nAna Ruiz,ana@x.example,Mira\nBo Li,bo@x.example,Mira\n", "utf-8")
    assert cli.main(["--desk", str(tmp_path / "new.lovedesk"), "import", str(table)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2 new customers", "2 new people", "1 could not be read:",
        "  c.csv:2: looked after by Mira: nobody of the shop is called so, so that is left out of 2 contacts"]
