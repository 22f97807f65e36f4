#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""A dozen matches of fiction, honest and hostile ones, with pictures: matches.py FOLDER."""

import json
import math
import pathlib
import struct
import sys
import zlib

# What a seller would write to command the page, the browser or the eye.
EVIL = "window.evil = 1"
HOSTILE = [
    f'"><script>{EVIL}</script><b onmouseover="{EVIL}">',
    f"</title></style></script><img src=x onerror='{EVIL}'>",
    "lampe \u202egnp.exe\u2066 \u200b\u2028ligne",
    "L" + "a" * 300 + "mpe",
]
ADDRESSES = [
    f"javascript:{EVIL}//https://wish.example/",
    'https://wish.example/" onclick="' + EVIL,
    "data:text/html,<script>" + EVIL + "</script>",
    "https://wish.example/" + "tres-longue-adresse-sans-fin-" * 40,
]
WORKS = [
    ("Lampe Papillon, laiton brossé", "Papillon", "DESIGN", "EM", "002345678-0001"),
    ("Couteau de poche Lamargeride n° 8", "Lamargeride", "TRADEMARK", "FR", "4412345"),
    ("Planche botanique : la digitale", "", "COPYRIGHT", "", ""),
]


def identifier(number):
    return f"0190a1b2-c3d4-7e5f-8a9b-{number:012x}"


def picture(seed, tint):
    """A drawing that is the same for one seed, in other colours for another tint."""
    side, rows = 320, []
    for y in range(side):
        row = bytearray(b"\0")
        for x in range(side):
            u, v = (x - 160) / 160, (y - 150) / 160
            wings = abs(math.sin(seed + 3 * math.atan2(v, abs(u) + .01))) * .8
            inside = math.hypot(u, v) < wings + .12
            stand = abs(u) < .05 and v > 0 or abs(u) < .35 and v > .85
            shade = .55 + .45 * math.cos(7 * u * seed) * math.cos(5 * v)
            colour = (246, 242, 233) if not (inside or stand) else tuple(
                int(c * (.55 + .45 * shade)) for c in tint)
            row += bytes(colour)
        rows.append(bytes(row))

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"".join(rows)))
            + chunk(b"IEND", b""))


def work(number):
    title, brand, kind, office, right = WORKS[number]
    claim = dict(kind=kind, office=office, number=right, goodFaith=True,
                 originals=[dict(url=f"https://originaux.example/produits/{number}")])
    draft = dict(owner=dict(legalName="Atelier Papillon", siret="73282932000074"), ipClaim=claim, title=title,
                 brand=brand, gtins=["4006381333931"] if number == 0 else [])
    return dict(id=identifier(number), draft=draft, createdAtMs="1543575600000")


def match(number, own, title, seller, url, score, price, evidence):
    listing = dict(platformListingId=f"W{number}", url=url, sellerName=seller, title=title, state="OBSERVED",
                   firstSeenAtMs=str(1543575600000 + number * 86_400_000))
    if price is not None:
        listing["price"] = dict(minorUnits=str(price), currency="EUR")
    return dict(id=identifier(100 + number), claimId=identifier(50), workId=identifier(own),
                platformId="amazon" if "amazon.example" in url else "wish", listing=listing, version="1", score=score,
                evidence=evidence)


def matches():
    def evidence(gtin=None, brand=None, titles=None, pictures=None):
        found = dict(sameGtin=gtin, sameBrand=brand, titleSimilarity=titles, pictureDistance=pictures)
        return {name: value for name, value in found.items() if value is not None}
    return [
        match(1, 0, "Lampe papillon laiton, livraison gratuite", "Deco-Express-88", "https://amazon.example/W1", 890,
              1250, evidence(True, True, 731, 9)),
        match(2, 0, "Butterfly desk lamp brass look LED", "shenzhen_light_factory", "https://wish.example/W2", 842,
              990, evidence(brand=False, titles=120, pictures=14)),
        match(3, 0, HOSTILE[0], HOSTILE[1], ADDRESSES[0], 820, 0, evidence(titles=300, pictures=22)),
        match(4, 0, HOSTILE[1], "Vendeur", ADDRESSES[1], 700, 4999, evidence(pictures=30)),
        match(5, 0, "Abat-jour en tissu, 30 cm", "Maison du Jour", "https://amazon.example/W5", 610, 2490,
              evidence(False, False, 180, 96)),
        match(6, 1, "Couteau Lamargeride 8 manche olivier", "coutellerie-pas-chere", "https://wish.example/W6", 880,
              890, evidence(brand=True, titles=655)),
        match(7, 1, HOSTILE[2], "بائع ۱۲۳ 卖家", ADDRESSES[2], 760, 1500, evidence(brand=True)),
        match(8, 1, HOSTILE[3], "V" * 200, ADDRESSES[3], 655, 123_456_789, evidence(titles=400)),
        match(9, 1, "", "", "https://amazon.example/W9", 640, None, {}),
        match(10, 2, "Affiche digitale pourpre vintage 40×60", "PosterPlanet", "https://wish.example/W10", 885, 1190,
              evidence(titles=540, pictures=4)),
        match(11, 2, "Digitale — planche botanique ancienne (reproduction)", "Le Grenier d’Élise",
              "https://amazon.example/W11", 870, 2900, evidence(titles=610, pictures=18)),
        match(12, 2, "Thermomètre digital de cuisine", "CuisinePro", "https://wish.example/W12", 602, 1390,
              evidence(brand=False, titles=210)),
    ]


def main():
    folder = pathlib.Path(sys.argv[1])
    pictures = folder / "pictures"
    pictures.mkdir(parents=True)
    queue = dict(works=[work(number) for number in range(len(WORKS))], matches=matches())
    (folder / "queue.json").write_text(json.dumps(queue, ensure_ascii=False), encoding="utf-8")
    brass, copper, blue, red = (196, 150, 62), (205, 120, 70), (70, 110, 180), (190, 60, 80)
    for name, seed, tint in [
            (identifier(0), 1.0, brass), (identifier(0) + "-2", 1.0, copper), ("amazon-W1", 1.0, copper),
            ("wish-W2", 1.0, blue), ("amazon-W5", 2.6, red), (identifier(1), 1.9, blue), ("wish-W6", 1.9, brass),
            (identifier(2), 3.3, red), ("wish-W10", 3.3, red), (identifier(111), 3.3, copper)]:
        (pictures / f"{name}.png").write_bytes(picture(seed, tint))
    # Not a picture, whatever it is called: it must not come into the page.
    (pictures / "wish-W12.png").write_text(f"<svg xmlns='http://www.w3.org/2000/svg' onload='{EVIL}'/>")


if __name__ == "__main__":
    main()
