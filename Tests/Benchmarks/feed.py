# SPDX-License-Identifier: EUPL-1.2
"""Listings held against all works, through the server: how many a second, how long each waits, what it costs."""
import json
import statistics
import struct
import subprocess
import time

from figures import Goal
from lab import SIREN
from machine import resident_bytes
from recours_wire import CallError, Connection, message, new_key
from serving import unary_many

PLATFORMS = [f"bazar-{number}" for number in range(8)]
CONNECTIONS = (1, 2, 4)
IN_FLIGHT = 256
# Of the highest rate of the closed loop.
LOADS = (0.5, 0.8)
LONGEST_READING_SECONDS = 120


def feed(lab):
    works, listings = (10_000, 20_000) if lab.quick else (100_000, 100_000)
    lab.figures.heading(f"Listings of a feed held against {works:,} works, one in twenty made after one of them; "
                        "server and generator on the same cores")
    runs = len(CONNECTIONS) * lab.repetitions + len(LOADS)
    subprocess.run([lab.build / "match-bench", "write", lab.data, str(works), str(runs * listings)], check=True)
    lab.add_partners(*(f"platform:{slug}" for slug in PLATFORMS))
    register(lab)
    with lab.server(pinned=False) as server, open(lab.data / "listings.json", encoding="utf-8") as lines:
        before = time.monotonic()
        wait_for_works(lab, server)
        lab.figures.add(f"{works:,} works read after the start", "s", [time.monotonic() - before])
        closed(lab, server, works, lambda: take(lab, lines, listings))
    for path in lab.data.glob("listings*"):
        path.unlink()


def closed(lab, server, works, listings):
    """As many as it takes, then at set rates."""
    best = 0
    for connections in CONNECTIONS:
        told = [generate(lab, server, listings(), connections, IN_FLIGHT) for _ in range(lab.repetitions)]
        name = f"listings, {works:,} works, {connections} × {IN_FLIGHT}"
        goal = Goal("≥", 10_000) if connections == max(CONNECTIONS) and not lab.quick else None
        rates = [run["listings_per_second"] for run in told]
        best = max(best, lab.figures.add(name, "a second", rates, goal=goal))
        lab.figures.add("  server CPU a listing", "µs", [run["server_cpu_us"] for run in told])
        one = told[-1]
        lab.figures.note(f"of {one['listings']:,} listings {one['named']:,} had candidates, {one['candidates']:,} in "
                         f"all, of which {one['stored']:,} were stored; the generator used "
                         f"{statistics.median(run['generator_cpu_us'] for run in told):.1f} µs a listing")
    for load in LOADS:
        told = generate(lab, server, listings(), max(CONNECTIONS), 4 * IN_FLIGHT, rate=round(load * best))
        for quantile in ("p50", "p99"):
            lab.figures.add(f"answer to a listing at {load:.0%} of that rate, {quantile}", "ms",
                            [told["latency_us"][quantile] / 1e3])
    lab.figures.add(f"resident memory of the server, {works:,} works", "MB", [resident_bytes(server.pid) / 1e6])


def generate(lab, server, data, connections, in_flight, **options):
    opening = lab.data / "feed.open"
    opening.write_bytes(message("wire.v1.Open")(
        method="recours.v1.FeedService/ObserveListings", timeout_ms=600_000).SerializeToString())
    return lab.generate("feed", server, pinned=False, connections=connections, in_flight=in_flight, open=opening,
                        data=data, warm_up=0.5, **options)


# What is registered and seen

def pictures(line):
    return [dict(pdq=bytes.fromhex(picture["pdq"]), quality=picture["quality"]) for picture in line["pictures"]]


def money(line):
    return dict(minor_units=line["price"], currency="EUR")


def draft(line):
    owner = dict(kind=1, legal_name="Casse-Tête du Vexin", siren=SIREN, size=1,
                 contact=dict(name="Service client", email="contact@casse-tete.example.org"))
    original = dict(url="https://casse-tete.example.org/", title=line["title"], price=money(line))
    return dict(owner=owner, title=line["title"], brand=line["brand"], gtins=line["gtins"], pictures=pictures(line),
                ip_claim=dict(kind=2, office="FR", number="20180001", owner=owner, good_faith=True,
                              originals=[original]))


def register(lab, together=64):
    """Works and claims as a partner would make them, by calls of their own."""
    begun, count = time.monotonic(), 0
    request = message("v1.RegisterWorkRequest")
    registered, plan = message("v1.RegisterWorkResponse"), message("v1.OpenClaimRequest")
    with lab.server(pinned=False) as server, open(lab.data / "works.json", encoding="utf-8") as lines:
        connection = Connection(lab.profile, server.endpoint)
        while drafts := [draft(json.loads(line)) for _, line in zip(range(together), lines)]:
            requests = [request(work=one) for one in drafts]
            answers = unary_many(connection, "ClaimService/RegisterWork", requests, new_key)
            works = [registered.FromString(answer).work.id for answer in answers]
            unary_many(connection, "ClaimService/OpenClaim",
                       [plan(plan=dict(work_id=work, platforms=PLATFORMS)) for work in works], new_key)
            count += len(works)
    lab.figures.note(f"{count:,} works and their claims were registered in {time.monotonic() - begun:.0f} s")


def snapshot(line, number):
    slug = PLATFORMS[line["platform"]]
    return message("v1.ListingSnapshot")(
        client_sequence=number, platform_id=slug, platform_listing_id=line["identifier"],
        url=f"https://{slug}.example/{line['identifier']}", title=line["title"], brand=line["brand"],
        gtin=next(iter(line["gtins"]), ""), seller_name=line["seller"], seller_id=line["seller"], price=money(line),
        pictures=pictures(line), seen_at_ms=int(time.time() * 1e3))


def take(lab, lines, count):
    """The next listings, as a file for the generator: none is seen twice."""
    path = lab.data / "listings.data"
    with open(path, "wb") as file:
        for number, (_, line) in enumerate(zip(range(count), lines), 1):
            encoded = snapshot(json.loads(line), number).SerializeToString()
            file.write(struct.pack(">I", len(encoded)) + encoded)
    return path


def wait_for_works(lab, server):
    """Until they are read the server refuses listings."""
    first = message("v1.ListingSnapshot")(
        client_sequence=1, platform_id=PLATFORMS[0], platform_listing_id="first", title="Parapluie",
        url="https://bazar.example/first", seller_name="S", seen_at_ms=int(time.time() * 1e3))
    until = time.monotonic() + LONGEST_READING_SECONDS
    while True:
        try:
            [result] = Connection(lab.profile, server.endpoint).stream(
                "FeedService/ObserveListings", [first], "SnapshotResult")
            assert result.WhichOneof("outcome") == "matches", result
            return
        except CallError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
