# SPDX-License-Identifier: EUPL-1.2
"""The twenty capabilities of the interview with the minister (Le Monde des Artisans, 30 November 2018), one by one.

Each returns a line with what it saw, or raises. `off` leaves out the thing itself, and the same check must then fail.
"""
import datetime
import json
import signal
import uuid

from counterfeits import by_themselves, claimed, one_claim, reported, taken_down
from world import FIRMS, STATEMENT, Failed, Refused, check

LISTINGS = [{"platformListingId": f"B0COPY{n:04}", "url": f"https://www.amazon.fr/dp/B0COPY{n:04}"} for n in range(12)]
CLAIM = {"kind": "DESIGN", "office": "FR", "number": "20180001", "goodFaith": True,
         "owner": {"kind": "BUSINESS", "legalName": "Casse-Tête", "siren": FIRMS[0],
                   "contact": {"name": "Service client", "email": "b@atelier.example.org"}},
         "originals": [{"url": "https://casse-tete.example.org/puzzle"}]}


def paris_date(milliseconds):
    return datetime.datetime.fromtimestamp(int(milliseconds) / 1000 + 3600, datetime.timezone.utc).date().isoformat()


def submitted(w, off):
    """S1 a case is durably stored before the reply"""
    changes = {"complainant": {"kind": "BUSINESS", "legalName": "Sans numéro", "siret": "73282932000075",
                               "contact": {"name": "x", "email": "x@example.org"}}} if off else {}
    number = w.submit(**changes)
    w.stop(signal.SIGKILL)
    w.start()
    check(w.case(number)["state"] == "TRANSMITTED", "the case is not there after the server was killed")
    return f"{number} is there after SIGKILL and a restart"


def campaign_counts(w, off):
    """S2 a campaign counts towards its target"""
    name = "Novembre" + " sans" * off
    w.cli("m-durand", "campaign", "create", name, "--opens", w.day(), "--closes", w.day(20), "--resolve-by", w.day(24),
          "--target", "100")
    lines = "\n".join(json.dumps(w.draft()) for _ in range(100))
    file = w.write(f"cases{off:d}.ndjson", lines + "\n")
    w.cli("ateliers", "bulk", file, *([] if off else ["--campaign", name]), is_json=False)
    campaign = w.cli("ateliers", "campaign", "show", name)
    collected = int(campaign["counts"].get("collected", 0))
    reached = campaign.get("targetReachedAtMs")
    check(collected == 100 and reached, f"collected={collected}, target reached: {reached}")
    return f"collected={collected}, target reached {paris_date(reached)}"


def resolve_by(w, off):
    """S3 no clock of a campaign's case goes beyond its day"""
    name = "Avant Noël" + " sans" * off
    plan = ["--opens", w.day(), "--closes", w.day(6), "--target", "3"] + ([] if off else ["--resolve-by", w.day(8)])
    w.cli("m-durand", "campaign", "create", name, *plan)
    numbers = [w.submit(campaign=name) for _ in range(3)]
    last = max(paris_date(d["dueAtMs"]) for number in numbers for d in w.case(number)["deadlines"])
    check(last <= w.day(8), f"a clock runs until {last}")
    w.advance(6)
    risks = w.cli("m-durand", "campaign", "at-risk", name)
    check({item["publicNumber"] for item in risks} == set(numbers), "not all that will miss it are listed")
    return f"all clocks end by {last}; {len(risks)} cases listed two days before"


def all_sizes(w, off):
    """S4 companies of all sizes, also with a SIREN alone"""
    complainant = {"kind": "BUSINESS", "legalName": "Bijoux à façon", "siren": "732829320",
                   "contact": {"name": "Atelier", "email": "a@example.org"}}
    if not off:
        complainant.update(size="MICRO", nafCode="3212Z")
    number = w.submit(complainant=complainant)
    other = w.submit(complainant={**complainant, "siren": FIRMS[1], "size": "SMALL", "nafCode": "1071C"})

    def listed(*filters, who="ateliers"):
        return {case["publicNumber"] for case in w.cli(who, "list", *filters)}
    for who in ("ateliers", "amazon", "m-durand"):
        for filters in (["--size", "micro", "--activity", "32"], ["--activity", "32.12Z"], ["--size", "micro"]):
            found = listed(*filters, who=who)
            check(number in found and other not in found, f"{who} does not find it alone by {' '.join(filters)}")
    check(other in listed("--size", "small", "--size", "medium", "--activity", "1071C"), "the small firm isn't found")
    return f"{number} of a micro-entity (3212Z) with a SIREN and no VAT number, found by --size micro --activity 32"


def unexplained(w, off):
    """S5 unexplained delistings are counted"""
    before, _ = w.figures("wish")
    number = w.submit(platformId="wish")
    if off:
        w.respond(number, "EXPLANATION", who="wish", statementOfReasons=STATEMENT)
    w.advance(16)
    after, _ = w.figures("wish")
    new = after.get("UNEXPLAINED_DELISTINGS", 0) - before.get("UNEXPLAINED_DELISTINGS", 0)
    check(new == 1, f"{new} unexplained delistings more")
    return f"wish: {after['UNEXPLAINED_DELISTINGS']} unexplained, one of them {number}"


def explanation(w, off):
    """S6 an explanation needs decision, ground and facts"""
    number = w.submit()
    try:
        w.respond(number, "EXPLANATION", statementOfReasons=STATEMENT if off else {"facts": "Vingt signes de faits."})
    except Refused as refusal:
        paths = refusal.paths
    else:
        raise Failed("an explanation without reasons was taken")
    w.respond(number, "EXPLANATION", statementOfReasons=STATEMENT)
    w.cli("ateliers", "accept", number)
    check(w.case(number)["state"] == "RESOLVED", "an accepted explanation does not close the case")
    return f"{len(paths)} parts asked for, such as {paths[0].split('.')[-1]}; the whole one, accepted, closes the case"


def human_contact(w, off):
    """S7 a human can be reached"""
    number = w.submit(category="NO_HUMAN_CONTACT", desiredRemedies=["HUMAN_CONTACT"])
    w.cli("amazon", "ack", number, "--contact-name", "Camille Martin", "--contact-email", "c@amazon.example",
          "--contact-role", "Relations vendeurs")
    contact = w.case(number, "ateliers").get("platformContact", {})
    check(contact.get("name") == "Camille Martin", "the acknowledgement carries no contact")
    person = {"name": "Camille Martin", "email": "c@amazon.example"}
    whole = {**person, "role": "Relations vendeurs", "hours": "9 h – 17 h"}
    try:
        w.respond(number, "REMEDY_DONE", remedies=[{"kind": "HUMAN_CONTACT"}], contact=whole if off else person)
    except Refused as refusal:
        check(set(refusal.paths) == {"contact.role", "contact.hours"}, f"refused for {refusal.paths}")
    else:
        raise Failed("a contact without role and hours was taken for a remedy")
    w.respond(number, "REMEDY_DONE", remedies=[{"kind": "HUMAN_CONTACT"}], contact=whole)
    return f"{contact['name']}, {contact['role']}, named at once; the remedy needs role, channel and hours"


def counterfeit(w, off):
    """S8 one case of counterfeit has an IP right and many listings"""
    number = w.submit(category="COUNTERFEIT", listings=LISTINGS, ipClaim=None if off else CLAIM)
    w.respond(number, "REMEDY_DONE", remedies=[{"kind": "LISTINGS_REMOVED"}], listingAnswers=[
        {"platformListingId": listing["platformListingId"], "kind": "REMOVED"} for listing in LISTINGS[:11]]
        + [{"platformListingId": LISTINGS[11]["platformListingId"], "kind": "REFUSED", "note": "Un original."}])
    states = [listing.get("state") for listing in w.case(number, "ateliers")["draft"]["listings"]]
    check((states.count("REMOVED"), states.count("REFUSED")) == (11, 1), f"{states}")
    return f"{len(states)} listings in one case: 11 removed, 1 refused"


def take_over(w, off):
    """S11 a mediator may take over any case"""
    number = w.submit()
    w.cli("ateliers" if off else "m-durand", "mediate", "take", number, "--reason", "Rien ne bouge sans médiation.")
    case = w.case(number)
    check(case["state"] == "IN_MEDIATION" and case["mediation"]["mediator"] == "m-durand", case["state"])
    return f"{number} taken over the day it was transmitted"


def by_program(w, off):
    """S12 a platform pulls and answers by program, and its time is a figure"""
    number = w.submit(platformId="alibaba")
    entries = w.cli("alibaba", "inbox", "pull")["entries"]
    pulled = {entry["caseFile"]["publicNumber"]: entry["caseFile"]["id"] for entry in entries}
    check(number in pulled, "the inbox doesn't hold the case")
    if not off:
        answer = {"type": "REMEDY_DONE", "text": "C'est réparé.", "remedies": [{"kind": "RELISTED"}]}
        file = w.write("answers.ndjson", json.dumps({"caseId": pulled[number], "response": answer}) + "\n")
        w.cli("alibaba", "respond", "--many", file, is_json=False)
    _, durations = w.figures("alibaba")
    answered = durations.get("ANSWER", {})
    check(int(answered.get("sample", 0)) > 0, "no time to answer is known")
    return (f"{len(entries)} pulled; alibaba's time to answer: median {answered.get('medianMinutes', 0)} min, "
            f"95th percentile {answered.get('p95Minutes', 0)} min")


def trend(w, off):
    """S13 time to removal, before and after"""
    months = []
    for days in (2, 2 if off else 0):
        w.next_month()
        months.append(w.day()[:7])
        # A median of one says little.
        numbers = [w.submit(platformId="wish", category="COUNTERFEIT", listings=LISTINGS[:1], ipClaim=CLAIM)
                   for _ in range(5)]
        if days:
            w.advance(days)
        for number in numbers:
            w.respond(number, "REMEDY_DONE", who="wish", remedies=[{"kind": "LISTINGS_REMOVED"}])
    for who, command in (("ateliers", ["stats", "--own"]), ("m-durand", ["stats"])):
        lines = w.cli(who, *command, "--platform", "wish")["lines"]
        told = {line["month"]: duration["medianMinutes"] / 60 for line in lines if line.get("month")
                for duration in line.get("durations", []) if duration["kind"] == "REMOVE"}
        check(set(months) <= set(told), f"{who} is told of {sorted(told)}, not of {months}")
        before, after = (told[month] for month in months)
        check(after < before / 2, f"{who}: {before:.1f} h in {months[0]}, then {after:.1f} h")
    return f"wish's median: {before:.1f} h in {months[0]}, {after:.1f} h in {months[1]}; its firms are told the same"


def since_claim(w, off):
    """S13 time to removal, before a standing claim and since"""
    cases = [w.submit(platformId="alibaba", category="COUNTERFEIT", listings=LISTINGS[:1], ipClaim=CLAIM)
             for _ in range(0 if off else 5)]
    w.advance(2)
    for number in cases:
        w.respond(number, "REMEDY_DONE", who="alibaba", remedies=[{"kind": "LISTINGS_REMOVED"}])
    claim = claimed(w, ["alibaba"])
    created = reported(w, claim, ["alibaba"], range(700, 705))
    w.cli("operator", "clock", "advance", "3h")
    check(taken_down(w, "alibaba", claim) == created, "not all were removed")
    for who in ("ateliers", "m-durand"):
        [line] = w.cli(who, "claim", "figures", str(uuid.UUID(bytes=claim.id)))["lines"]
        check("before" in line, f"{who} is told nothing of how it was before")
        before, since = (int(line[clock]["medianMinutes"]) / 60 for clock in ("before", "reportedToRemoved"))
        check(48 <= before < 50 and 3 <= since < 4 and 6 <= line["percentOfBefore"] <= 8,
              f"{who}: {before:.1f} h, then {since:.1f} h, {line['percentOfBefore']} % of it")
    [told] = w.cli("alibaba", "claim", "figures")["lines"]
    check("before" not in told, "the platform is told how it was with whose cases")
    return (f"alibaba's median: {before:.1f} h for {line['before']['count']} single cases, {since:.1f} h under the "
            f"claim ({line['percentOfBefore']} %); {created} calls saved")


def commitment(w, off):
    """S14 commitments are kept in view, and every case has its answer"""
    text = "Une réponse à chaque cas" + " (annulée)" * off
    due = (datetime.date.today() + datetime.timedelta(days=50)).isoformat()
    if not off:
        w.cli("wish", "commitment", "make", text, "--due", max(w.day(5), due), "--category", "DELISTING")
    made = [item for item in w.cli("m-durand", "commitment", "list", "--platform", "wish") if item["text"] == text]
    check(made and made[0]["state"] == "OPEN", "no commitment stands")
    w.cli("m-durand", "commitment", "settle", made[0]["id"], "--as", "broken", "--reason", "Trois cas sans réponse.")
    broken = w.cli("ateliers", "commitment", "list", "--platform", "wish", "--state", "broken")
    check(text in [item["text"] for item in broken], "the broken commitment isn't listed")
    counts, _ = w.figures("wish")
    check(counts.get("BROKEN_COMMITMENTS", 0) == len(broken), f"{counts.get('BROKEN_COMMITMENTS', 0)} are counted")
    silent = [case for case in w.cli("m-durand", "list", "--platform", "wish", "--state", "resolved")
              if not case.get("responses") and not case.get("mediation", {}).get("outcome")]
    check(not silent, "a case was closed without an answer")
    return f"“{text}”: open, then {len(broken)} broken, and counted; no case closed without an answer"


def stays_online(w, off):
    """S15 without a campaign, silence brings a mediator with a deadline"""
    number = w.submit(platformId="alibaba")
    if not off:
        w.advance(16)
    case = w.case(number)
    check(case["state"] == "IN_MEDIATION", f"{case['state']}, although the platform said nothing")
    clocks = {deadline["kind"]: paris_date(deadline["dueAtMs"]) for deadline in case["deadlines"]}
    check(set(clocks) == {"MEDIATOR_FIRST_WORD", "MEDIATION_END"}, f"{clocks}")
    queue = [item["publicNumber"] for item in w.cli("m-durand", "list", "--state", "in_mediation")]
    check(number in queue, "the mediators' list lacks it")
    return f"{number} came to a mediator by itself: first word by {clocks['MEDIATOR_FIRST_WORD']}"


def contact_duty(w, off):
    """S16 a platform has a contact, and a missing one is seen"""
    def standing():
        return {entry["platformId"]: entry["contactStanding"] for entry in w.cli("ateliers", "platform", "list")}
    before = standing()["wish"]
    check(before == "MISSING" or off, f"before it named one: {before}")
    if not off:
        w.cli("wish", "platform", "set", "--contact-name", "Dominique Petit", "--role", "Relations vendeurs",
              "--email", "d@wish.example", "--hours", "9 h – 17 h", "--language", "fr", "--speaks", "fr",
              "--valid-until", w.day(10), "--mediator", "CMAP", "--mediator", "Médiateur des entreprises")
        after = standing()["wish"]
    w.advance(12)
    expired = standing()["wish"]
    check(not off and (after, expired) == ("CURRENT", "EXPIRED"), f"{before}, {expired}")
    return f"wish: {before}, then {after}, then {expired} twelve days on"


def unfair_terms(w, off):
    """S17 contractual balance is a category"""
    number = w.submit(category=None if off else "UNFAIR_TERMS", desiredRemedies=["TERMS_WITHDRAWN"])
    check(w.case(number)["draft"]["category"] == "UNFAIR_TERMS", "another category was kept")
    return f"{number} about unfair terms, transmitted"


def notice(w, off):
    """S18 notice of new terms and fees is computed against fifteen days"""
    today = datetime.date.today()
    effective = today + datetime.timedelta(days=15 if off else 11)
    number = w.submit(category="FEE_CHANGE", termsChange={
        "announcedOn": today.isoformat(), "effectiveOn": effective.isoformat(), "kind": "FEES"})
    change = w.case(number)["draft"]["termsChange"]
    check(change["noticeDays"] == 11 and change["below15"], f"{change}")
    return f"{change['noticeDays']} days' notice of new fees, below 15"


def tax(w, off):
    """S19 a question of tax is counted and explained"""
    before, _ = w.figures("amazon")
    number = w.submit(category="OTHER" if off else "TAX_QUESTION",
                      facts="Où la plateforme paie-t-elle ses impôts, elle dont le chiffre d'affaires est fait ici ?")
    case, (after, _) = w.case(number, "ateliers"), w.figures("amazon")
    check(case["state"] == "INADMISSIBLE" and case["inadmissibility"]["reason"] == "OUT_OF_SCOPE", case["state"])
    check(after["INADMISSIBLE"] == before.get("INADMISSIBLE", 0) + 1, "it isn't counted")
    return f"{number} out of scope, with an explanation, and counted"


def every_case(w, off):
    """S20 a solution for each case"""
    name = "Pour chaque cas" + " sans" * off
    w.cli("m-durand", "campaign", "create", name, "--opens", w.day(), "--closes", w.day(9), "--resolve-by", w.day(9),
          "--target", "3")
    done, explained, mediated = (w.submit(campaign=name) for _ in range(3))
    w.respond(done, "REMEDY_DONE", remedies=[{"kind": "RELISTED"}])
    w.respond(explained, "EXPLANATION", statementOfReasons=STATEMENT)
    for number in (done, explained):
        w.cli("ateliers", "accept", number)
    if not off:
        w.cli("m-durand", "mediate", "take", mediated, "--reason", "Sans réponse.")
        w.cli("m-durand", "mediate", "close", mediated, "--no-agreement", "--reasons", "Les positions sont éloignées.",
              "--next-step", "Tribunal de commerce de Paris")
    counts = w.cli("m-durand", "campaign", "report", name, may_end_with=(0, 3))["counts"]
    resolved, given, none, all_of_them, unanswered = (
        int(counts.get(key, 0)) for key in ("resolved", "explained", "noAgreement", "collected", "openUnanswered"))
    check(unanswered == 0 and resolved + given + none == all_of_them, f"{unanswered} of {all_of_them} unanswered")
    return f"{resolved} resolved + {given} explained + {none} without agreement = {all_of_them}, unanswered 0"


ALL = [submitted, campaign_counts, resolve_by, all_sizes, unexplained, explanation, human_contact, counterfeit,
       one_claim, by_themselves, take_over, by_program, trend, since_claim, commitment, stays_online, contact_duty,
       unfair_terms, notice, tax, every_case]
