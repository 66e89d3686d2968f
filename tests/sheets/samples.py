"""A visit and a day of the sample shop, as the shop's verbs would hand them over."""

from __future__ import annotations

import datetime as dt

from lovedesk.shop.prepsheets import (
    DayPack,
    Known,
    Meet,
    Near,
    Owed,
    PrepSheet,
    Promise,
    Question,
    Said,
    Stop,
    Thing,
    ToTake,
)

DAY = dt.date(2026, 11, 24)
MOTTO = "We mend the chair and remember who sits in it."

CAFE = PrepSheet(
    customer="Café Halcyon", channel="Visit", occasion="all is great", start=dt.datetime(2026, 11, 24, 9, 30),
    minutes=45, keeper="Mira", address=["11 Quay Street", "The yellow door; ring twice"], ways="0151 496 0140",
    meet=[
        Meet("Xiomara Reyes", "see-oh-MAH-rah REH-yes", "Owner", "0151 496 0142, best before 8"),
        Meet("Tad Okonkwo", "oh-KON-kwoh", "Baker and partner", "0151 496 0177, messages"),
    ],
    last=Said(dt.date(2026, 10, 20), "visit", "We saw the room behind the kitchen. Xiomara: “Long enough for a "
              "birthday, short enough to sweep.” Mira named the sealer for the brick dust."),
    we_owe=[Owed(DAY, "Two stool seats, in oxblood"), Owed(dt.date(2026, 12, 4), "A price for the long bench")],
    they_owe=[Owed(dt.date(2026, 11, 30), "The measures of the second room")],
    know=[
        Known("Need", "Covers that wipe clean before six"), Known("Plans", "A second room by spring, twenty seats"),
        Known("Care", "Sees colours best at the window"), Known("Pet", "Biscuit, an old beagle, under table 4"),
        Known("Food", "No nuts in anything we bring"), Known("History", "Opened in 2011 with her sister"),
        Known("Hope", "A piano in the corner"),
    ],
    near=[Near(dt.date(2026, 12, 6), "Harbour market, all day"), Near(dt.date(2026, 12, 12), "A wedding here")],
    bring=[Thing("Two stool seats, lot 7"), Thing("The reel, for the window"), Thing("A jar of quince jam")],
    tell=[Thing("What happened: a wrong reel"), Thing("What changed: lots marked"),
          Thing("No bill for the second trip")],
    do=[Thing("Sit on all six stools first"), Thing("Change the two seats"), Thing("Look at the other four")],
    ask=[
        Question("What did it cost you that the thread was wrong?", "Need"),
        Question("What would make December easy for you?", "Need"),
        Question("What would you like to be known for?", "Hope"),
    ],
    today=DAY, motto=MOTTO,
)

STANDING = CAFE._replace(
    easy=("We come on Mondays before 8, when they are closed", "One bill a month, on one page",
          "We carry the stools up the stairs"),
    agreed=("They tell us of rush work two weeks ahead", "We never take a table away on a weekend (our word)"),
)

BARE = PrepSheet(
    customer="Henrik Solberg", channel="Call", occasion="", start=dt.datetime(2026, 11, 24, 15, 0), minutes=20,
    keeper="", address=[], ways="", meet=[], last=None, we_owe=[], they_owe=[], know=[], near=[], bring=[], tell=[],
    do=[], ask=[], today=DAY,
)

STOPS = [
    Stop(dt.time(9, 30), dt.time(10, 15), "Café Halcyon",
         ["Xiomara Reyes, Tad Okonkwo. All is great.", "11 Quay Street"], "0151 496 0142"),
    Stop(dt.time(11, 15), dt.time(12, 15), "Roxy Cinema", ["Beatriz Moura, Lou Fischer", "2 Station Square"],
         "0151 496 0310"),
    Stop(dt.time(15, 0), dt.time(15, 20), "Henrik Solberg", ["A year since the reading chair came home"],
         "0151 496 0498"),
]

PACK = DayPack(
    day=DAY, keeper="Mira", shop="Tansy & Thread, upholsterers", stops=STOPS,
    take=[
        ToTake("Two stool seats, oxblood, lot 7", 1, "Café Halcyon"),
        ToTake("Fabric samples", 2, "Café Halcyon and Roxy Cinema"), ToTake("Velvet samples, green", 1, "Roxy Cinema"),
    ],
    promised=[
        Promise("Call Nkechi about the fire certificate", "Linden House, by noon. 0151 496 0220"),
        Promise("Send Farah the two leather samples", "Haddad Dental Practice. 0151 496 0355"),
        Promise("Write down what the corner bench will cost", "Marigold Nursery"),
    ],
    also_due=[Promise("Order more thread", "")],
    sheets=[CAFE, BARE], motto=MOTTO,
)
