"""The invoice program's table from the command line: jobs, not contacts."""

from __future__ import annotations

from pathlib import Path

import pytest

from lovedesk import cli
from lovedesk.shop import customers
from lovedesk.shop.desks import open_desk

TABLE = """Kunde;Rechnungsnummer;Bezeichnung;Rechnungsdatum;Status;Gesamtbetrag
Ana;R-1;Sechs Hocker;01.10.2026;in Arbeit;1.480,50 €
Nobody;R-2;Stuhl;01.10.2026;bezahlt;80,00 €
"""


def test_a_table_of_jobs_brings_in_jobs_and_a_second_time_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    desk_file, table = tmp_path / "jobs.lovedesk", tmp_path / "jobs.csv"
    table.write_text(TABLE, "utf-8")
    desk = open_desk(desk_file)
    with desk.act("customer.add"):
        customers.add("Ana")
    desk.close()

    def imported(*options: str) -> tuple[int, str]:
        code = cli.main(["--desk", str(desk_file), "import", str(table), *options])
        return code, capsys.readouterr().out

    assert imported("--dry-run") == (0, (
        "jobs.csv:2: new job: Ana: Sechs Hocker\njobs.csv:3: no customer is called Nobody\n"
        "Nothing was changed. It would be:\n1 new job\n1 left out\n"))
    left_out = "1 left out\n  jobs.csv:3: no customer is called Nobody\n"
    assert imported() == (0, f"1 new job\n{left_out}")
    assert imported() == (0, f"1 is here already\n{left_out}")


def test_a_table_of_jobs_without_a_job_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "jobs.csv"
    table.write_text("Customer,Number,Total\n,R-1,5\n", "utf-8")
    assert cli.main(["--desk", str(tmp_path / "new.lovedesk"), "import", str(table)]) == 1
    assert "jobs.csv:2: names no customer" in capsys.readouterr().out
    assert not (tmp_path / "new.lovedesk").exists()
