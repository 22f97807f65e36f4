# SPDX-License-Identifier: EUPL-1.2
"""What the puzzle's scene needs beside the command line: pictures, a crawler's files, answers, and what must hold."""
import csv
import datetime
import json
import pathlib
import random
import re
import statistics
import sys

import drawing

OWN_BRAND = "Casse-Tête du Vexin"
PLATFORMS = ["amazon", "wish", "alibaba"]
LISTINGS, AUTOMATIC = 40, 10


def as_it_is(picture):
    return picture


def small(picture):
    return picture.scaled(200).recoloured(lambda value: value // 24 * 24 + 12)


def mirrored(picture):
    return picture.mirrored().scaled(280)


def faded(picture):
    return picture.recoloured(lambda value: 50 + value * 2 // 3)


def few_colours(picture):
    return picture.recoloured(lambda value: value // 43 * 43 + 21)


def cut(picture):
    return picture.cropped(2)


# Title, brand, what was done to the pictures, how many of them are shown.
COPIES = [
    ("Nœud de Vénus casse-tête bois", "Cubix", as_it_is, 3), ("Casse-tête chinois en bois", "Woodmind", small, 3),
    ("Jeu de patience adulte", "Cubix", mirrored, 3), ("Brain teaser wooden knot", "PuzzlePro", faded, 2),
    ("Wooden burr puzzle IQ toy", "Toyland", few_colours, 3), ("Nœud de Vénus", "Woodmind", small, 3),
    ("Cadeau Noël original bois", "Giftix", mirrored, 2), ("3D wooden puzzle", "Toyland", cut, 3),
    ("Puzzle cube kongming lock", "PuzzlePro", faded, 3), ("Casse-tête Vénus promo", "Giftix", mirrored, 3),
    # One picture may be a stock picture, and who names no brand may sell the original.
    ("Objet décoratif salon", "Decoria", mirrored, 1), ("Nœud de Vénus, neuf", "", small, 3),
]
# A shop that may sell it shows the same pictures.
ORIGINAL = ("Nœud de Vénus de l'atelier", OWN_BRAND, as_it_is, 3)
OTHERS = ["Théière", "Lampe", "Bougie", "Carnet", "Panier", "Écharpe", "Couteau", "Toupie", "Vase"]
COLUMNS = ["platform", "listing", "url", "title", "brand", "seller", "price", "first_seen", "pictures"]


def numbered(platform, rng):
    """A number as that platform gives them."""
    if platform == "amazon":
        return "B0" + "".join(rng.choices("BCDFGHJKLMNPQRSTVWXYZ0123456789", k=8))
    return f"{rng.getrandbits(96):024x}" if platform == "wish" else f"{rng.randrange(10 ** 12, 10 ** 13)}"


def write(path, columns, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        delimiter = re.search("[,;]", file.readline()).group()
        file.seek(0)
        return list(csv.DictReader(file, delimiter=delimiter))


def results(path):
    return [json.loads(line) for line in path.with_name(path.name + ".results.ndjson").read_text().splitlines()]


def draw(folder):
    """Forty listings as a crawler saw them, with their pictures; which are copies is written beside them."""
    rng = random.Random(2018)
    originals = drawing.puzzle()
    for place, picture in enumerate(originals):
        (folder / f"original-{place + 1}.png").write_bytes(picture.png())
    offers = [*COPIES, ORIGINAL] + [None] * (LISTINGS - len(COPIES) - 1)
    rows, copies = [], []
    for place, offer in enumerate(offers):
        platform = PLATFORMS[place % 3]
        number = numbered(platform, rng)
        title, brand, change, shown = offer or (f"{rng.choice(OTHERS)} modèle {place}", "Grès", as_it_is, 1)
        pictures = [change(each) for each in originals[:shown]] if offer else [drawing.still_life(rng)]
        names = [f"{platform}-{number}{f'-{n + 1}' if n else ''}.png" for n in range(shown)]
        for name, picture in zip(names, pictures):
            (folder / name).write_bytes(picture.png())
        rows.append(dict(platform=platform, listing=number, url=f"https://www.{platform}.example/dp/{number}",
                         title=title, brand=brand, seller=f"Vendeur {rng.randrange(1, 20)}",
                         price=f"{rng.randrange(5, 40)},90", pictures="|".join(names)))
        copies += [number] if place < len(COPIES) else []
    rng.shuffle(rows)
    write(folder / "seen.csv", COLUMNS, rows)
    (folder / "copies.json").write_text(json.dumps(copies))


def verdicts(folder):
    """A person's, for whom the list of copies stands here."""
    copies = json.loads((folder / "copies.json").read_text())
    waiting = [line for line in results(folder / "seen.csv") if line["outcome"] == "QUEUED"]
    said = [dict(listingId=line["listingId"], verdict="COPY" if line["number"] in copies else "NO_COPY")
            for line in waiting]
    (folder / "verdicts.jsonl").write_text("".join(json.dumps(each) + "\n" for each in said))
    found = sum(each["verdict"] == "COPY" for each in said)
    found = sum(each["verdict"] == "COPY" for each in said)
    print(f"   judged as on {folder}/matches.html: {found} copies, {len(said) - found} original")


def remove(sheet):
    """A platform's sheet filled in: all removed, to stay away."""
    rows = read(sheet)
    for row in rows:
        row["answer"], row["stay_down"] = "REMOVED", "yes"
    if rows:
        write(sheet, list(rows[0]), rows)
    print(len(rows))


def again(folder, now):
    """The next day's look at one platform: what was no copy is still there, and one that was removed is back."""
    copies = json.loads((folder / "copies.json").read_text())
    rows = [row for row in read(folder / "seen.csv") if row["platform"] == PLATFORMS[0]]
    shown = [row for row in rows if row["listing"] == copies[0] or row["listing"] not in copies]
    seen = datetime.datetime.fromtimestamp(int(now) // 1000, datetime.timezone.utc)
    write(folder / "again.csv", COLUMNS, [{**row, "first_seen": f"{seen:%Y-%m-%dT%H:%M:%SZ}"} for row in shown])


def table(path):
    """The figures' columns that tell the story: platform, reported, unasked, removed, reappeared, time to removal."""
    head, *rows = (re.split("  +", line.strip()) for line in path.read_text().splitlines())
    for row in [head, *rows]:
        print(f"   {row[0]:<10}  " + "  ".join(f"{row[place]:>{len(head[place])}}" for place in (1, 2, 3, 6, 9)))


def minutes(line):
    """From reported to removed, rounded up."""
    return -(-(int(line["firstRemovedAtMs"]) - int(line["firstReportedAtMs"])) // 60_000)


def check(folder):
    """Whether all that was told is so, by what the server has; says it in a sentence."""
    copies = set(json.loads((folder / "copies.json").read_text()))
    seen = results(folder / "seen.csv")
    by_outcome = {name: {line["number"] for line in seen if line["outcome"] == name} for name in ("REPORTED", "QUEUED")}
    listings = json.loads((folder / "listings.json").read_text())
    removed = [line for line in listings if line["listing"]["state"] == "REMOVED"]
    figures = json.loads((folder / "figures.json").read_text())["lines"]
    medians = {line["platformId"]: int(line["reportedToRemoved"]["medianMinutes"]) for line in figures}
    # By nearest rank: the lower of the middle two.
    counted = {name: statistics.median_low([minutes(line) for line in removed if line["platformId"] == name])
               for name in medians}
    total = {name: sum(int(line.get(name, 0)) for line in figures) for name in
             ("reported", "reportedAutomatically", "removed", "refused", "waiting", "reappearances", "brokenStayDowns")}
    expected = dict(reported=12, reportedAutomatically=AUTOMATIC, removed=12, refused=0, waiting=0, reappearances=1,
                    brokenStayDowns=1)
    held = {
        "forty listings were seen": len(seen) == LISTINGS,
        "nothing but copies is reported by itself": by_outcome["REPORTED"] <= copies,
        "every copy is found": copies <= by_outcome["REPORTED"] | by_outcome["QUEUED"] and len(copies) == 12,
        "the copies and nothing else are removed": {line["listing"]["platformListingId"] for line in removed} == copies,
        f"the figures are {expected}, not {total}": total == expected,
        f"the medians are {counted}, not {medians}": medians == counted and set(medians) == set(PLATFORMS),
    }
    broken = [what for what, is_so in held.items() if not is_so]
    if broken:
        sys.exit("The puzzle's scene went wrong. Not so: " + "; ".join(broken))
    looked = total["reported"] - total["reportedAutomatically"]
    quickest, slowest = min(medians.values()), max(medians.values())
    print(f"Three platforms, one work, {len(seen)} listings: {len(copies)} copies found by the feed, {looked} of them "
          f"judged by hand;\nall {total['removed']} taken down, {quickest} to {slowest} minutes after the report "
          f"(medians, in the sandbox's time).\n{total['reappearances']} came back and went again. "
          f"{total['reported']} calls saved: none was reported by telephone.")


if __name__ == "__main__":
    dict(draw=draw, verdicts=verdicts, remove=remove, again=again, table=table, check=check)[sys.argv[1]](
        pathlib.Path(sys.argv[2]), *sys.argv[3:])
