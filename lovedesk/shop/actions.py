"""The words of actions: the one table from a journal's verb to what a person reads in the undo line and the history."""

from __future__ import annotations

from lovedesk.words import _


def words(verb: str) -> str:
    """What was done, as "Customer added"; a verb of a newer Lovedesk stays as it is."""
    return _table().get(verb, verb)


def _table() -> dict[str, str]:
    return {
        "archive.restore": _("Everything of a file brought in"),
        "checklist.add": _("Checklist made"),
        "checklist.change": _("Checklist changed"),
        "checklist.trash": _("Checklist deleted"),
        "contact.add": _("Number or address added"),
        "contact.change": _("Number or address changed"),
        "contact.trash": _("Number or address deleted"),
        "customer.add": _("Customer added"),
        "customer.rename": _("Customer renamed"),
        "customer.set_kind": _("Customer changed"),
        "customer.set_since": _("Customer changed"),
        "customer.set_standing": _("Standing changed"),
        "customer.trash": _("Customer deleted"),
        "day.add": _("Day added"),
        "day.change": _("Day changed"),
        "day.trash": _("Day deleted"),
        "detail.add": _("Detail added"),
        "detail.correct": _("Detail corrected"),
        "detail.set_seen_by": _("Detail: who may see it changed"),
        "detail.set_topic": _("Detail moved to another topic"),
        "detail.trash": _("Detail deleted"),
        "followup.add": _("Follow-up kept"),
        "followup.change": _("Follow-up changed"),
        "followup.drop": _("Follow-up dropped"),
        "followup.finish": _("Follow-up done"),
        "followup.move": _("Follow-up moved"),
        "followup.reopen": _("Follow-up opened again"),
        "followup.trash": _("Follow-up deleted"),
        "import.bring_in": _("Contacts brought in"),
        "item.add": _("Item added"),
        "item.answer": _("Answer written down"),
        "item.change": _("Item changed"),
        "item.move": _("Item moved"),
        "item.remove": _("Item removed"),
        "item.tick": _("Item ticked"),
        "paper.keep": _("Paper kept with the visit"),
        "paper.trash": _("Paper deleted"),
        "person.add": _("Person added"),
        "person.change": _("Person changed"),
        "person.rename": _("Person renamed"),
        "person.trash": _("Person deleted"),
        "question.decline": _("Question taken away"),
        "sample.fill": _("Sample shop made"),
        "shop.set_up": _("Shop set up"),
        "trash.take_back": _("Taken from the trash"),
        "visit.cancel": _("Visit cancelled"),
        "visit.change": _("Visit changed"),
        "visit.finish": _("Visit closed"),
        "visit.move": _("Visit moved"),
        "visit.plan": _("Visit planned"),
        "visit.reopen": _("Visit opened again"),
        "visit.trash": _("Visit deleted"),
        "visit.went_fine": _("Visit closed: went fine"),
        "visit.write": _("Visit written down"),
    }
