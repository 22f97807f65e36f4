# SPDX-License-Identifier: EUPL-1.2
"""Works, standing claims and the feed: the counterfeited puzzle of the interview, over the wire."""
import pathlib
import random
import sys
import time

from world import FIRMS, Failed, check

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Interop"))
from recours_wire import CallError, Connection, message, new_key

PLATFORMS = ["amazon", "wish", "alibaba"]
REMOVED = 2
MATCH_REPORTED, MATCH_REAPPEARED = 3, 5
BROKEN, UNAVAILABLE = 3, 14
OWNER = dict(kind=1, legal_name="Casse-Tête", siren=FIRMS[0],
             contact=dict(name="Service client", email="b@atelier.example.org"))


def v1(name, **fields):
    return message("v1." + name)(**fields)


def picture(number):
    """As if PDQ had seen it: 256 bits, about half of them set."""
    return dict(pdq=random.Random(number).getrandbits(256).to_bytes(32, "big"), quality=90)


class Partner:
    """A partner's calls; each over a connection of its own, since the server may have been started anew."""

    def __init__(self, world, slug):
        self.world, self.slug = world, slug

    def stream(self, method, requests, response, key=b""):
        return Connection(self.world.work / self.slug, self.world.endpoint).stream(method, requests, response, key)

    def call(self, method, key=b"", **fields):
        name = method.split("/")[1]
        try:
            [answer] = self.stream(method, [v1(name + "Request", **fields)], name + "Response", key)
        except CallError as error:
            raise Failed(f"{method}: {error}") from None
        return answer

    def observe(self, snapshots):
        """The candidates of each listing, in its order; the server may still be reading its works."""
        requests = [v1("ListingSnapshot", client_sequence=place, **snapshot)
                    for place, snapshot in enumerate(snapshots)]
        for _ in range(100):
            try:
                results = self.stream("FeedService/ObserveListings", requests, "SnapshotResult")
                break
            except CallError as error:
                if error.status.code != UNAVAILABLE:
                    raise
                time.sleep(0.1)
        else:
            check(False, "the works are not read within ten seconds")
        refused = [result.refusal.message for result in results if result.HasField("refusal")]
        check(not refused, f"{len(refused)} listings refused: {refused[:1]}")
        return [list(result.matches.candidates) for result in sorted(results, key=lambda r: r.client_sequence)]


def claimed(w, platforms, pictures=3):
    """A work of the association's member, and one claim against its copies; the claim."""
    holder = Partner(w, "ateliers")
    work = dict(owner=OWNER, title="Casse-tête cubique en bois", brand="Dupin", monthly_loss=dict(
        minor_units=120_000, currency="EUR"), pictures=[picture(number) for number in range(pictures)], ip_claim=dict(
            kind=2, office="FR", number="20180001", owner=OWNER, good_faith=True, originals=[
                dict(url="https://casse-tete.example.org/puzzle", title="Casse-tête cubique")]))
    registered = holder.call("ClaimService/RegisterWork", new_key(), work=work).work
    plan = dict(work_id=registered.id, platforms=platforms, auto_report=True)
    return holder.call("ClaimService/OpenClaim", new_key(), plan=plan).claim


def asin(number):
    return f"B0{number:08}"


def pulled(w, platform, claim):
    """What a platform was told of a claim."""
    cursor, found, more = b"", [], True
    while more:
        answer = Partner(w, platform).call("ClaimService/PullListings", cursor=cursor)
        found += [listing for listing in answer.listings if listing.claim_id == claim.id]
        cursor, more = answer.cursor, answer.more
    return found


def reported(w, claim, platforms, numbers):
    """Names copies on each platform in one call; how many there are, all of them taken."""
    listings = [dict(platform_id=platform, listing=dict(
        platform_listing_id=asin(number), url=f"https://{platform}.example/{number}", title="Cube puzzle"))
        for platform in platforms for number in numbers]
    results = Partner(w, "ateliers").call("ClaimService/AddListings", new_key(), claim_id=claim.id,
                                          listings=listings).results
    created = sum(result.outcome == 1 for result in results)
    check(created == len(listings), f"{created} of {len(listings)} listings taken")
    return created


def taken_down(w, platform, claim):
    """A platform removes all that it was told of a claim, and promises that it stays away; how many."""
    replies = [dict(listing_id=listing.id, kind=REMOVED, stay_down=True) for listing in pulled(w, platform, claim)]
    answered = Partner(w, platform).call("ClaimService/AnswerListings", new_key(), replies=replies).results
    return sum(result.outcome == 1 for result in answered)


def one_claim(w, off):
    """S9 one standing claim on many platforms"""
    claim = claimed(w, PLATFORMS[:1] if off else PLATFORMS)
    created = reported(w, claim, PLATFORMS, range(900, 903))
    for platform in PLATFORMS:
        told = pulled(w, platform, claim)
        check(len(told) == 3 and {listing.platform_id for listing in told} == {platform},
              f"{platform} is told of {len(told)}")
    lines = Partner(w, "ateliers").call("ClaimService/ClaimFigures", claim_id=claim.id).lines
    check([line.reported for line in lines] == [3, 3, 3], "the claim's figures differ")
    return f"one claim, {created} listings on {len(PLATFORMS)} platforms in one call; each is told of its own three"


def snapshots(w, is_copy):
    """Forty listings on three platforms, of which twelve show the work's pictures under another brand."""
    now = w.now_ms()
    for number in range(40):
        copy = number % 3 == 0 and number < 36
        yield copy, dict(
            platform_id=PLATFORMS[number // 3 % 3], platform_listing_id=asin(100 + number), seen_at_ms=now,
            url=f"https://shop.example/{number}", seller_name=f"Vendeur {number % 7}",
            title="Casse-tête cubique en bois" if copy else f"Théière émaillée modèle {number}",
            brand="Cubix" if copy else "Grès",
            pictures=[picture(0), picture(1)] if copy and is_copy else [picture(1_000 + number)])


def by_themselves(w, off):
    """S10 copies are found by themselves"""
    claim = claimed(w, PLATFORMS)
    # What is committed is found by a server that was started anew.
    w.stop()
    w.start()
    seen = list(snapshots(w, is_copy=not off))
    holder = Partner(w, "ateliers")
    answers = holder.observe([snapshot for _, snapshot in seen])
    wrong = [place for place, ((copy, _), candidates) in enumerate(zip(seen, answers))
             if copy != any(c.outcome == MATCH_REPORTED and c.claim_id == claim.id for c in candidates)]
    check(not wrong, f"{len(wrong)} of {len(seen)} listings are not taken for what they are: "
          f"{[[(c.outcome, c.score) for c in answers[place]] for place in wrong[:3]]}")
    removed = sum(taken_down(w, platform, claim) for platform in PLATFORMS)
    check(removed == 12, f"{removed} removed")
    w.advance(1)
    # Of all that is still shown, one is a copy that was removed: its own platform sees it.
    back = next(snapshot for copy, snapshot in seen if copy)
    others = [snapshot for copy, snapshot in seen if not copy and snapshot["platform_id"] == back["platform_id"]]
    shown = [{**snapshot, "seen_at_ms": w.now_ms()} for snapshot in [back, *others]]
    outcomes = [c.outcome for candidates in Partner(w, back["platform_id"]).observe(shown) for c in candidates]
    check(outcomes.count(MATCH_REAPPEARED) == 1, f"seen again: {outcomes}")
    broken = holder.call("CommitmentService/ListCommitments", platform_id=back["platform_id"], state=BROKEN).commitments
    check(sum(c.claim_id == claim.id for c in broken) == 1, "the broken promise is not listed")
    figures = holder.call("ClaimService/ClaimFigures", claim_id=claim.id).lines
    automatic, again = (sum(getattr(line, name) for line in figures) for name in
                        ("reported_automatically", "broken_stay_downs"))
    check(again == 1, f"{again} broken promises are counted")
    return f"of {len(seen)} listings {removed} copies reported ({automatic} by no person) and removed; one is back"
