"""The words that say what a line of quick add is about, in English and German, as they are typed: plain, any case."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from lovedesk.shop import builtin, quick_sent, topics
from lovedesk.shop.quick_plain import plain
from lovedesk.words import _

TODO, LOG, DETAIL, JOB, WAITING, PROMISE, NEW = "todo", "log", "detail", "job", "waiting", "promise", "new"
BIRTHDAY = "birthday"
CHANNELS = frozenset(("call", "visit", "video", "letter", "email", "message", "delivery", "bill"))
TALKS = frozenset(("call", "visit", "video"))        # with a time these are planned; a letter is only to be written


class Kind(NamedTuple):
    """What a line is: `what` is one of the above, `how` a channel, another thing to do, or a detail's topic."""

    what: str
    how: str = ""


# The longest of these that fits counts; `|` is between ways to say it.
_SAID: tuple[tuple[Kind, str], ...] = (
    (Kind(TODO, "call"), (r"call|phone|telephone|ring(?: up)?|give a call to|telefonieren mit|anruf(?: bei)?|anrufen"
                         r"|telefonat(?: mit)?|ruf(?:e)?")),
    (Kind(TODO, "visit"), (r"visit(?: to| with)?|see|meet(?: with)?|drop (?:in on|by)|appointment with|besuch(?: bei)?"
                          r"|besuchen|termin(?: mit| bei)?|treffen(?: mit)?|vorbeischauen(?: bei)?")),
    (Kind(TODO, "video"), r"video ?call(?: with)?|zoom(?: with)?|videoanruf(?: mit| bei)?"),
    (Kind(TODO, "send"), r"send|post|schick(?:e|en)?|senden|zuschicken"),
    (Kind(TODO, "bring"), r"bring|deliver|drop off|bring(?:e|en)|mitbringen|vorbeibringen|liefern"),
    (Kind(TODO, "ask"), r"ask|frag(?:e|en)?"),
    (Kind(TODO, "thank"), r"thank|thanks to|say thank you to|danken|dank an|bedanken bei"),
    (Kind(TODO, "mend"), r"mend|fix|repair|put right|reparier(?:e|en)|flicken|ausbessern"),
    (Kind(TODO, "letter"), r"write(?: to)?|letter to|card (?:to|for)|brief an|karte an|schreib(?:e|en)?(?: an)?"),
    (Kind(TODO, "email"), r"e-?mail(?: to| an)?|mail(?: to| an)?|mailen"),
    (Kind(TODO, "message"), r"text|message(?: to)?|whatsapp|sms(?: to| an)?|nachricht an"),
    (Kind(LOG, "call"), (r"called|phoned|telephoned|rang|spoke (?:to|with)|talked (?:to|with)|talk(?:ed)? with"
                        r"|had a call with|angerufen|telefoniert(?: mit)?|gesprochen(?: mit)?|sprach mit|rief"
                        r"|(?:hat|haben) angerufen"
                        r"|had to chase us|chased us|had to ask (?:us )?again"
                        r"|(?:hat|haben) nachgefragt|musste[n]? (?:uns )?nachfragen")),
    (Kind(LOG, "visit"), (r"visited|saw|met(?: with)?|was (?:at|with)|were (?:at|with)|dropped by at|besucht|getroffen"
                         r"|war(?:en)? bei|came by|dropped in|popped in|stopped by|visited us|kam vorbei"
                         r"|(?:hat|haben) (?:uns )?besucht")),
    (Kind(LOG, "video"), r"had a video ?call with|video ?called|zoomed(?: with)?"),
    (Kind(LOG, "email"), (r"e-?mailed|mailed|gemailt|(?:sent|wrote) (?:an? |the )?e?-?mail(?: to)?"
                         r"|(?:hat|haben) gemailt|e?-?mail geschickt(?: an)?")),
    (Kind(LOG, "letter"), (r"wrote(?: to)?|geschrieben|(?:sent|wrote) (?:a |the )?(?:letter|card)(?: to)?"
                          r"|(?:hat|haben) geschrieben|(?:brief|karte) geschickt(?: an)?")),
    (Kind(LOG, "message"), r"texted|messaged|(?:sent|wrote) (?:a |the )?(?:message|text)(?: to)?"),
    (Kind(LOG, "bill"), r"billed|sent (?:a |the )?(?:bill|invoice)(?: to)?|rechnung geschickt(?: an)?"),
    (Kind(LOG, "delivery"), r"delivered|brought|geliefert|gebracht"),
    (Kind(PROMISE), r"promised?|versprochen|versprach|versprechen|zugesagt"),
    (Kind(WAITING), r"wait(?:ing)? (?:for|on)|warten? auf"),
    (Kind(JOB), r"(?:new )?job(?: for)?|commission(?: for)?|(?:neuer )?auftrag(?: fur| von)?"),
    (Kind(NEW), r"(?:new )?(?:customer|client)|(?:neue[rn]? )?(?:kunde|kundin)"),
    (Kind(DETAIL, "note"), r"note(?: on| about| for)?|detail|notiz(?: zu)?|info"),
)
_OWING = {plain(word): Kind(WAITING) for word in ("owes us", "owe us", "schuldet uns", "schulden uns")}
_AT_END = frozenset(("anrufen", "besuchen", "schicken", "senden", "zuschicken", "bringen", "mitbringen", "treffen",
                     "vorbeibringen", "liefern", "fragen", "danken", "reparieren", "schreiben", "mailen", "angerufen",
                     "besucht", "getroffen", "gesprochen", "telefoniert", "versprochen", "zugesagt", "geliefert",
                     "gebracht", "geschrieben", "gemailt", "vorbeischauen", "flicken", "ausbessern"))
_TOPIC_WORDS = {
    "worry": "worry worried worries sorge sorgen", "need": "bedarf", "hope": "hoffnung wunsch wish",
    "family": "familie",
    "pet": "haustier", "food": "essen", "hobby": "hobbies hobbys", "goal": "ziel", "plans": "plane plaene plan",
    "place": "ort", "history": "geschichte", "process": "ablauf"}
_OPEN_TOPICS = frozenset(("worry", "note"))       # the others are words of any sentence: they need their colon

FILLERS = frozenset((
    "please bitte todo she he they sie er i we ich wir have habe haben hab must muss mussen need remember "
    "reminder remind me us dont don't don’t forget to and und also mal noch frau herr herrn mr mrs ms ").split())
POLITE = frozenset(("frau", "herr", "herrn", "mr", "mrs", "ms"))      # also between a kind and a name
STOPS = frozenset((
    "a an and are about at as all any be because but by can could das dass dem den der des die do ein eine einen "
    "einer er es for from fur had has have he her him his how i if ihr im in ist is it its me mit my nach no not "
    "of off on or our out she sie so some that the their them then there they this to too uber um und up us von "
    "was we wegen wer when who why will wir with without would you your zu zum zur bei am auf aus new neue neuer "
    "oder ").split())
CHASED = ("had to", "chased", "hat nach", "haben nach", "musste")       # they had to chase us, so they began
TOWARDS = frozenset("to for with at from of mit fur bei an von zu".split())      # a name comes after it


@cache
def _kinds() -> re.Pattern[str]:
    ways = sorted(((way, number) for number, (_kind, said) in enumerate(_SAID) for way in _split(said)),
                  key=lambda found: len(found[0]), reverse=True)
    return re.compile("|".join(f"(?P<k{number}_{n}>{way})(?!\\w)" for n, (way, number) in enumerate(ways)))


def _split(said: str) -> list[str]:
    """The ways at the top of a pattern, those in brackets left together."""
    ways, depth = [""], 0
    for letter in said:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            ways.append("")
        else:
            ways[-1] += letter
    return ways


def kind_at(text: str, start: int, of_topics: list[tuple[str, str]]) -> tuple[int, Kind] | None:
    """The kind that is said at a place of a plain text, and where its words end."""
    if (sent := quick_sent.sent_at(text, start)) is not None:
        return sent[0], Kind(LOG, sent[1])
    best: tuple[int, Kind] | None = None
    found = _kinds().match(text, start)
    if found and found.lastgroup:
        best = found.end(), _SAID[int(found.lastgroup[1:].partition("_")[0])][0]
    topic = _topic_at(text, start, of_topics)
    return topic if topic and (best is None or topic[0] > best[0]) else best


def _topic_at(text: str, start: int, of_topics: list[tuple[str, str]]) -> tuple[int, Kind] | None:
    """A topic's word: "worry", or any that has a colon after it or after a name, the shop's own too."""
    for word, slug in of_topics:
        if text.startswith(word, start) and not text[start + len(word):start + len(word) + 1].isalnum() and (
                slug in _OPEN_TOPICS or re.match(r"(?:\s+[^\s:]+){0,4}:", text[start + len(word):])):
            return start + len(word), Kind(DETAIL, slug)
    return None


def topic_words() -> list[tuple[str, str]]:
    """Every word of a topic with its key, the longest first; asked for once a line."""
    built_in = [(word, slug) for slug, said in _TOPIC_WORDS.items() for word in said.split()]
    labels = [(plain(topic.label), topic.slug) for topic in topics.everything()]
    return sorted({*built_in, *labels, *((topic.slug, topic.slug) for topic in builtin.topics())},
                  key=lambda found: -len(found[0]))


def end_kind_at(text: str, start: int) -> tuple[int, Kind] | None:
    """A kind that a German sentence ends with: "Ana am Dienstag wegen des Dachs anrufen"."""
    found = re.compile(r"\w+").match(text, start)
    if found and found[0] in _AT_END:
        return kind_at(text, start, [])
    return next(((start + len(word), kind) for word, kind in _OWING.items() if text.startswith(word, start)), None)


def label(kind: Kind) -> str:
    """What a chip says of a kind."""
    match kind.what:
        case "detail":
            return topics.get(kind.how).label
        case "log":
            return _("{channel}, done").format(channel=builtin.channel_label(kind.how))
        case "todo" if kind.how in CHANNELS:
            return builtin.channel_label(kind.how)
    return {TODO: _todo(kind.how), JOB: _("Job"), WAITING: _("Waiting for them"), PROMISE: _("Promised"),
            NEW: _("New customer"), BIRTHDAY: _("Birthday")}[kind.what]


def _todo(how: str) -> str:
    return {"send": _("Send"), "bring": _("Bring"), "ask": _("Ask"), "thank": _("Thank"), "mend": _("Mend")}.get(
        how, _("To do"))


def icon(kind: Kind) -> str:
    """The icon of a kind."""
    if kind.what == DETAIL:
        return topics.get(kind.how).icon
    if kind.how in CHANNELS:
        return builtin.channel(kind.how).icon
    return {BIRTHDAY: "cake", JOB: "armchair", WAITING: "arrow-bend-up-left", PROMISE: "handshake",
            NEW: "plus"}.get(kind.what) or {
        "send": "envelope-simple", "bring": "tote-simple", "ask": "chat-teardrop-text", "thank": "heart",
        "mend": "first-aid-kit"}.get(kind.how, "check-square")
