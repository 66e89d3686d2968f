"""A shared checklist from the command line: it comes in once, and what is none is refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from lovedesk import cli
from lovedesk.formats import checklist_file
from lovedesk.formats.checklist_file import SharedItem, SharedList
from lovedesk.shop import checklists
from lovedesk.shop.desks import open_desk


def test_a_shared_checklist_comes_in_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk_file, file = tmp_path / "shop.lovedesk", tmp_path / "sent.json"
    file.write_bytes(checklist_file.dump(SharedList("Harbour", "great", "visit", 30, [SharedItem("do", "Sing")])))

    def imported(*options: str) -> tuple[int, str]:
        code = cli.main(["--desk", str(desk_file), "import", str(file), *options])
        return code, capsys.readouterr().out

    assert imported("--dry-run") == (0, "Harbour: new checklist\n")
    assert not desk_file.exists()
    assert imported() == (0, "Harbour: new checklist\n")
    assert imported() == (0, "Harbour: is here already\n")
    desk = open_desk(desk_file)
    try:
        key = checklists.named("Harbour").key
        assert [item.text for item in checklists.items(key)] == ["Sing"]
        assert [template.title for template in checklists.all() if template.own] == ["Harbour"]
    finally:
        desk.close()


def test_a_damaged_one_is_refused_and_makes_no_desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk_file, file = tmp_path / "shop.lovedesk", tmp_path / "sent.lovedesk-checklist"
    file.write_text('{"format": "lovedesk-checklist", "title": ')
    assert cli.main(["--desk", str(desk_file), "import", str(file)]) == 1
    assert "damaged" in capsys.readouterr().err
    assert not desk_file.exists()
