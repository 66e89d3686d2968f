"""What is held about a person, a section at a time, in words that they themselves read; none is the program's own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from lovedesk.shop import (
    builtin,
    customers,
    people,
    recurrence_words,
    rhythms,
    special_days,
    topics,
    waiting_requests,
)
from lovedesk.shop.instants import wall
from lovedesk.shop.tables import rows
from lovedesk.words import _, date_full, day_of_month, joined, money, time

Held = Mapping[str, frozenset[int]]


class Line(NamedTuple):
    """What it is, or of which day, and its words."""

    label: str
    text: str


class Section(NamedTuple):
    """A heading and what stands under it."""

    heading: str
    lines: list[Line]


def sections(held: Held, person: int) -> list[Section]:
    """All sections that have something to say, in the order in which people ask."""
    teller = _Teller(held, person)
    told: tuple[tuple[str, Callable[[], Iterator[Line]]], ...] = (
        (_("Who you are to us"), teller.who), (_("How we reach you"), teller.ways), (_("Your days"), teller.days),
        (_("What we know of you"), teller.details), (_("What we agreed"), teller.agreed),
        (_("What you asked for"), teller.asked), (_("What we do for you"), teller.jobs),
        (_("When we met"), teller.met), (_("What was promised"), teller.promised),
        (_("What comes again and again"), teller.repeats),
        (_("Photos and papers"), teller.papers), (_("Where this came from"), teller.came))
    return [Section(heading, lines) for heading, tell in told if (lines := list(tell()))]


class _Teller:
    """Reads what is held, a table at a time."""

    def __init__(self, held: Held, person: int) -> None:
        self.held = held
        self.person = person
        self.names = dict(self.read("person", "r.name"))

    def read(self, table: str, fields: str, *, joins: str = "", order: str = "r.id") -> list[tuple[Any, ...]]:
        """The id and the fields of what is held of a table, what is in the trash too."""
        ids = ", ".join(map(str, sorted(self.held.get(table, ()))))
        return rows(f"select r.id, {fields} from {table} r {joins} where r.id in ({ids}) "
                    f"and r.state in ('live', 'trashed') order by {order}")

    def who(self) -> Iterator[Line]:
        """Names, family, where they are, who looks after them."""
        for row, name, say, nickname, work, language, wish, when in self.read(
                "person", "r.name, r.say, r.nickname, r.work, r.language, r.wish_channel, r.wish_time"):
            yield from _told([
                (_("Your name"), name) if row == self.person else (_("With you"), name),
                (_("How to say it"), say), (_("Called"), nickname), (_("Work"), work), (_("Language"), language),
                (_("Your wish"), people.wish_words(wish, when))])
        for _row, who, whom, role, owner in self.read(
                "membership", "p.name, c.name, r.role, o.name",
                joins="join person p on p.id = r.person_id join customer c on c.id = r.customer_id "
                      "left join person o on o.id = r.of_person_id"):
            if owner:
                yield Line(_("Family"), _("{name}, {role} of {owner}").format(name=who, role=role, owner=owner) if role
                           else _("{name}, with {owner}").format(name=who, owner=owner))
            elif role or who != whom:
                yield Line(_("Where"), _("{role} at {customer}").format(role=role, customer=whom) if role else whom)
        for _row, standing, since, keeper in self.read(
                "customer", "r.standing, r.since, k.name", joins="left join shopkeeper k on k.id = r.keeper_id"):
            yield from _told([(_("To us you are"), customers.standing_word(standing)),
                              (_("Customer since"), _day(since)), (_("Looked after by"), keeper or "")])
        yield from self._rhythm()
        marks = [row[1] for row in self.read("customer_tag", "t.name", joins="join tag t on t.id = r.tag_id")]
        yield from _told([(_("We sort you under"), joined(marks))])
        for _row, word, one, other in self.read(
                "link", "r.word, coalesce(f.name, p.name, ''), coalesce(c.name, q.name, '')",
                joins="left join customer f on f.id = r.from_customer_id left join person p on p.id = r.from_person_id "
                      "left join customer c on c.id = r.to_customer_id left join person q on q.id = r.to_person_id"):
            yield Line(_("Tie"), _("{name}: {word} {other}").format(name=one, word=word, other=other))

    def _rhythm(self) -> Iterator[Line]:
        for _row, wish, most, paused, well in self.read("rhythm", "r.wish, r.most, r.paused_until, r.well_at"):
            yield from _told([(_("How often we wish to be in touch"), rhythms.words(wish, most)),
                              (_("We are not in touch before"), _day(paused)),
                              (_("All was well after your sign of"), _day(well))])

    def ways(self) -> Iterator[Line]:
        """Numbers and addresses, with what is noted of them."""
        words = {"phone": _("Phone"), "email": _("E-mail"), "address": _("Address"), "web": _("Web page"),
                 "im": _("Chat")}
        for _row, kind, value, label, note, way_in in self.read(
                "contact_point", "r.kind, r.value, r.label, r.note, r.way_in", order="r.position, r.id"):
            told = [value, label, note, _("how to get in: {words}").format(words=way_in) if way_in else ""]
            yield Line(words.get(kind, kind), "; ".join(filter(None, told)))

    def days(self) -> Iterator[Line]:
        """Days that come every year."""
        for _row, kind, month, day, year, whose in self.read(
                "special_day", "r.kind, r.month, r.day, r.year, r.person_id", order="r.month, r.day"):
            text = day_of_month(month, day)
            if year:
                text = _("{day} {year}").format(day=text, year=year)
            yield Line(special_days.word(kind), self.of(whose, text))

    def of(self, whose: int | None, text: str) -> str:
        """A text, with the name of the one in the family whom it is about."""
        if whose is None or whose == self.person or whose not in self.names:
            return text
        return _("{name}: {text}").format(name=self.names[whose], text=text)

    def details(self) -> Iterator[Line]:
        """What was learned, when and from whom, also what is private and what it was before."""
        labels = topics.by_key()
        for _row, topic, text, change, learned, source, name, seen_by, newer, whose in self.read(
                "detail", "r.topic, r.text, r.change, r.learned_on, r.source, r.source_name, r.seen_by, "
                "r.superseded_by_id, r.person_id", order="r.topic, r.id desc"):
            where = {"file": _("from the file {name}").format(name=name),
                     "friend": _("told by {name}").format(name=name),
                     "touchpoint": _("told when we met")}.get(source, "")
            told = [_day(learned), where, _("private") if seen_by in {"here", "me"} else "",
                    _("what we noted before") if newer else "",
                    _("for us that means: {change}").format(change=change) if change else ""]
            rest = "; ".join(filter(None, told))
            label = labels[topic].label if topic in labels else builtin.topic_label(topic)
            words = self.of(whose, text)
            yield Line(label, _("{text} ({rest})").format(text=words, rest=rest) if rest else words)

    def agreed(self) -> Iterator[Line]:
        """Agreements, what makes it hard, and what is done about it."""
        for _row, text, day, ended in self.read("agreement", "r.text, r.agreed_on, r.ended_on"):
            yield Line(_day(day) or _("Agreed"), _until(text, ended))
        for _row, text, day in self.read("friction", "r.text, r.noticed_on"):
            yield Line(_day(day) or _("Noticed"), _("Hard for you: {text}").format(text=text))
        for _row, text, day, ended in self.read("accommodation", "r.text, r.since, r.ended_on"):
            yield Line(_day(day) or _("For you"), _until(_("We do for you: {text}").format(text=text), ended))

    def asked(self) -> Iterator[Line]:
        """Special requests and what became of them, and lines that wait."""
        for _row, text, day, outcome, done, reason, instead, answered in self.read(
                "request", "r.text, r.asked_on, r.outcome, r.done, r.reason, r.instead, r.answered_at"):
            became = {"granted": _("we did it"), "declined": _("we could not")}.get(outcome, _("open"))
            first = _("first answered on {day}").format(day=date_full(wall(answered).date())) if answered else ""
            yield Line(_day(day) or _("Asked"), "; ".join(filter(None, [text, first, became, done, reason, instead])))
        for _row, text, day in self.read("inbox_line", "r.text, r.came_on"):
            yield Line(_day(day) or _("Noted"), text)

    def jobs(self) -> Iterator[Line]:
        """Work for them, with its days and its total."""
        for _row, what, place, asked, promised, delivered, number, total, said in self.read(
                "job", "r.what, r.place, r.asked_on, r.promised_on, r.delivered_on, r.number, r.total, r.said"):
            told = [what, place, _("promised for {day}").format(day=_day(promised)) if promised else "",
                    _("delivered on {day}").format(day=_day(delivered)) if delivered else "",
                    _("number {number}").format(number=number) if number else "",
                    money(total) if total is not None else "",
                    _("you said: {words}").format(words=said) if said else ""]
            yield Line(_day(asked) or _("Job"), "; ".join(filter(None, told)))

    def met(self) -> Iterator[Line]:
        """Visits and calls, planned and past, with all that was written down."""
        answers: dict[int, list[str]] = {}
        ids = ", ".join(map(str, sorted(self.held["touchpoint"])))
        for touchpoint, text, answer in rows(
                f"""select touchpoint_id, text, answer from touchpoint_item
                    where touchpoint_id in ({ids}) and state in ('live', 'trashed') order by position, id"""):
            words = _("{question} {answer}").format(question=text, answer=answer) if answer else text
            answers.setdefault(touchpoint, []).append(words)
        for row, start, days, channel, place, occasion, title, chased, said, value, notes, cancelled in self.read(
                "touchpoint", "r.start, r.days, r.channel, r.place, r.occasion, r.title, r.chased, r.said, r.value, "
                "r.notes, r.cancelled_why", order="r.start desc"):
            when = dt.datetime.fromisoformat(start) if start else None
            told = [_("{what}, {time}").format(what=builtin.channel_label(channel), time=time(when.time()))
                    if when and not days else builtin.channel_label(channel),
                    builtin.occasion_label(occasion), title, place, _("you had to chase us") if chased else "",
                    _("you said: {words}").format(words=said) if said else "",
                    _("of use to you: {words}").format(words=value) if value else "", notes,
                    _("cancelled: {why}").format(why=cancelled) if cancelled else "", *answers.get(row, ())]
            yield Line(date_full(when.date()) if when else _("Without a day"), "; ".join(filter(None, told)))

    def promised(self) -> Iterator[Line]:
        """Follow-ups: ours and theirs, open and done; those of requests are told with these."""
        for _row, title, due, theirs, done, dropped, why, kind in self.read(
                "follow_up", "r.title, r.due, r.theirs, r.done_at, r.dropped_at, r.dropped_why, r.kind",
                order="r.due, r.id"):
            if kind == waiting_requests.KIND:
                continue
            became = _("done on {day}").format(day=date_full(wall(done).date())) if done else (
                _("dropped: {why}").format(why=why) if dropped else _("open"))
            whose = _("You: {title}") if theirs else _("We: {title}")
            yield Line(_day(due) or _("Without a day"), "; ".join([whose.format(title=title), became]))

    def repeats(self) -> Iterator[Line]:
        """What is planned or promised by a rule: each time of it is told where it was, too."""
        ids = ", ".join(map(str, sorted(self.held.get("touchpoint", frozenset()) | self.held.get(
            "follow_up", frozenset()))))
        for channel, title, rule, start in rows(
                f"""select coalesce(t.channel, ''), coalesce(t.title, f.title), s.rule, s.start from series s
                      left join touchpoint t on t.id = s.id left join follow_up f on f.id = s.id
                    where s.id in ({ids}) and s.state = 'live' order by s.id"""):
            words = recurrence_words.words(rule, dt.datetime.fromisoformat(start))
            yield Line(title or builtin.channel_label(channel), words)

    def papers(self) -> Iterator[Line]:
        """Pictures of them and papers of their visits."""
        if any(photo for _row, photo in [*self.read("person", "r.photo"), *self.read("customer", "r.photo")]):
            yield Line(_("Photo"), _("We keep a photo of you."))
        for _row, name, day in self.read("paper", "r.name, r.kept_on"):
            yield Line(_day(day) or _("Paper"), name)

    def came(self) -> Iterator[Line]:
        """Files that they came with, and lines of those that no program understood."""
        ids = ", ".join(map(str, sorted(self.held["person"] | self.held.get("customer", frozenset()))))
        for source, at in rows(
                f"""select distinct i.source, r.at from import_row i join import_run r on r.id = i.run
                    where i.source <> '' and (i.person in ({ids}) or i.customer in ({ids})) order by r.at"""):
            yield Line(date_full(wall(at).date()) if at else _("Brought in"), source)
        for table in ("person", "customer"):
            for _row, raw in self.read(table, "r.raw"):
                for line in filter(None, raw.split("\n")):
                    yield Line(_("As in the file"), line)


def _told(pairs: list[tuple[str, str]]) -> Iterator[Line]:
    return (Line(label, text) for label, text in pairs if text)


def _until(text: str, ended: str | None) -> str:
    return _("{text} (until {day})").format(text=text, day=_day(ended)) if ended else text


def _day(text: str | None) -> str:
    return date_full(dt.date.fromisoformat(text)) if text else ""
