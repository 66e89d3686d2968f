"""Export from the window: where to and in which form is asked once, the writing goes on aside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from lovedesk.ui.signals import Aside, Progress
from lovedesk.words import _

ENDINGS = {"json": ".json", "vcard": ".vcf", "vcard4": ".vcf", "csv": ".csv"}


def export(parent: QWidget, aside: Aside, say: Callable[[str], None], suggested: Path,
           customers: list[int] | None = None) -> None:
    """Ask for a file and write these customers to it, or everything; `say` tells what became of it."""
    kinds = {_("Everything, as Lovedesk keeps it (*.json)"): "json", _("vCard 3.0, for phones (*.vcf)"): "vcard",
             _("vCard 4.0 (*.vcf)"): "vcard4", _("Table for a spreadsheet (*.csv)"): "csv"}
    if customers is not None:
        kinds = {words: form for words, form in kinds.items() if form != "json"}
    name, kind = QFileDialog.getSaveFileName(
        parent, _("Export") if customers is not None else _("Export everything to"), str(suggested), ";;".join(kinds))
    if not name:
        return
    target = Path(name)
    form = kinds.get(kind) or _form_of(target)
    if target.suffix.lower() != ENDINGS[form] and not target.is_dir():
        target = target.with_name(target.name + ENDINGS[form])

    def work(progress: Progress) -> str:
        from lovedesk.formats import whole_file  # with photos it is long work, and rare
        from lovedesk.shop import exports

        whole_file.write(target, exports.pieces(form, customers, progress))
        words = _("Everything was written to {name}") if customers is None else _("Exported: {name}")
        return words.format(name=target.name)

    aside.run(_("Exporting"), work, say, say)


def _form_of(target: Path) -> str:
    """What an ending means where the dialog did not say which kind was chosen."""
    return next((form for form, ending in ENDINGS.items() if ending == target.suffix.lower()), "json")
