# SPDX-License-Identifier: EUPL-1.2
"""Walls between partners: every method, as every kind, with everything that is another's and with what never was."""
import os
import statistics
import time

from foreign import Owner, canaries
from life_of_a_case import draft, submit
from methods import BUSINESS, KINDS, OPERATOR, all_methods, forms
from peer import Peer, expect_refusal, message, new_key
from rows import expect, expect_equal, row
from world import FIRMS

# Calls in flight on one connection: under its hundred, and under a partner's share.
WINDOW, ENDLESS_WINDOW = 60, 20
# Watches and waits have no end of their own.
SHORT_MS, USUAL_MS = 150, 20_000
# Copies everything, one at a time, and names nothing: that the operator may is tested where it is made.
BACKUP = (OPERATOR, "OperatorService/BackUp")
# Whom the operator's duties lead to any case: to erase it, and to see who has read a name in it.
KEEPERS = {BACKUP, (OPERATOR, "RetentionService/EraseCase"), (OPERATOR, "MediationService/ListIdentityReads")}
ENDLESS = ("HealthService/Watch", "WatchService/WatchInbox", "WatchService/WatchCase", "WatchService/WatchQueue")


def strangers(world):
    """One partner of each kind, with nothing of the owners'."""
    place = world.main
    found = {kind: place.profile(kind, f"stranger-{kind}", FIRMS[1] if kind == BUSINESS else "") for kind in KINDS
             if kind != OPERATOR}
    found[OPERATOR] = place.directory / "server" / "operator"
    place.mandate("stranger-association", FIRMS[1])
    return found


def many(peer, calls):
    """The ends of many calls, a window of them in flight; each call is (method, request, key)."""
    answers, window = [], []
    for method, request, key in calls:
        is_endless = method.name in ENDLESS
        window.append(peer.ask(method.name, request, key, timeout_ms=SHORT_MS if is_endless else USUAL_MS))
        if len(window) >= (ENDLESS_WINDOW if is_endless else WINDOW):
            found = peer.answers(window, 30)
            answers += [found[call] for call in window]
            window = []
    found = peer.answers(window, 30)
    return answers + [found[call] for call in window]


def told(answer, reads):
    """All that a caller can see of an answer, but for the request's own identifier."""
    if answer.status is None:
        # What a write gives is new each time.
        return answer.code, [len(each) for each in answer.messages] if reads else None
    status = type(answer.status)()
    status.CopyFrom(answer.status)
    status.request_id = ""
    return answer.code, status.SerializeToString(deterministic=True), [len(each) for each in answer.messages]


@row(14, "every method as every kind", "PERMISSION_DENIED exactly where the table says, the connection is kept",
     control="each kind has the operator's certificate")
def roles(world):
    methods, profiles, wrong = all_methods(), strangers(world), []
    for kind, profile in profiles.items():
        peer = Peer(profiles[OPERATOR] if world.is_control else profile, world.main.endpoint)
        called = [method for method in methods if (kind, method.name) != BACKUP]
        answers = many(peer, [(method, b"", new_key()) for method in called])
        for method, answer in zip(called, answers):
            if (answer.code == "PERMISSION_DENIED") is (kind in method.callers):
                wrong.append(f"{kind} {method.name}: {answer.code}")
            elif answer.code == "PERMISSION_DENIED":
                expect_refusal(answer, "PERMISSION_DENIED", "METHOD_NOT_ALLOWED")
        peer.expect_serving()
        peer.close()
    expect(not wrong, "; ".join(wrong[:5]))
    return f"{len(methods)} methods × {len(profiles)} kinds"


def slots_of(method):
    """The places of a request; of an act, what its own kind has."""
    kind = next(iter(method.base.get("action", method.base.get("request", {}).get("action", {}))), None)
    return [slot for slot in method.slots() if kind is None or "action" not in slot.path or kind in slot.path]


def triples(kind, methods, owners):
    """(method, slot, thing) for all that is foreign to this kind; the slot None stands for the call's own key."""
    for owner in owners:
        for method in methods:
            for slot in (None, *slots_of(method)):
                for thing in owner.things:
                    is_bytes = isinstance(thing.there, bytes)
                    fits = len(thing.there) == 16 and is_bytes if slot is None else slot.is_bytes == is_bytes
                    if fits and kind not in thing.known_to and (kind, method.name) not in KEEPERS:
                        yield method, slot, thing


def pair(method, slot, thing):
    """Two calls that differ in nothing but the name: of something that is there, and of something that never was."""
    if slot is None:
        return [(method, method.build(), thing.there), (method, method.build(), thing.nowhere)]
    return [(method, method.build(slot, value), b"") for value in (thing.there, thing.nowhere)]


@row((51, 52), "every method, as every kind, with everything that is another's",
     "the same answer as for what never was, and no canary in it",
     control="the stranger has the owner's certificate", leaves=48)
def matrix(world):
    methods, profiles = list(forms(all_methods(), draft(FIRMS[1], external_ref=""))), strangers(world)
    owners = [Owner(world, number) for number in range(1 if world.is_quick or world.is_control else 2)]
    count, wrong, begun = 0, [], time.monotonic()
    for kind, profile in profiles.items():
        # Reads first: a write may leave the stranger something of its own under the same name.
        chosen = sorted(triples(kind, methods, owners), key=lambda each: not each[0].reads)
        if world.is_quick or world.is_control:
            chosen = chosen[::3]
        peer = Peer(owners[0].profile if world.is_control else profile, world.main.endpoint)
        answers = many(peer, [call for each in chosen for call in pair(*each)])
        for place, (method, slot, thing) in enumerate(chosen):
            there, nowhere = answers[2 * place:2 * place + 2]
            where = f"{kind} {method.name} {'.'.join(slot.path) if slot else 'key'} = {thing.kind}"
            if told(there, method.reads) != told(nowhere, method.reads):
                wrong.append(f"{where}: {there.code} {there.reason}, but {nowhere.code} {nowhere.reason}")
            said = [part for answer in (there, nowhere) for part in (*answer.messages, str(answer.status).encode())]
            wrong += [f"{where}: {word}" for word in canaries(kind) if any(word.encode() in part for part in said)]
        count += len(chosen)
        peer.expect_serving()
        peer.close()
    if os.environ.get("TRACE"):
        print(*wrong, sep="\n")
    expect(not wrong, f"{len(wrong)} of {count}: " + "; ".join(wrong[:4]))
    logged = world.main.logged()
    expect(not any(word.encode() in logged for word in canaries(OPERATOR)), "a canary is in the log")
    for owner in owners:
        owner.peer.close()
        owner.platform.close()
    return f"{count} triples in {time.monotonic() - begun:.0f} s"


@row(51, "how long a refusal takes, of what is another's and of what never was", "no difference that can be told",
     control="the stranger has the owner's certificate", long=True)
def timing(world):
    owner, profile = Owner(world, 7), world.main.association("stranger-clock", FIRMS[1])
    peer = Peer(owner.profile if world.is_control else profile, world.main.endpoint)
    things = {thing.kind: thing for thing in owner.things}
    get, count, saw, wrong = message("v1.GetCaseRequest"), 60 if world.is_quick or world.is_control else 400, [], []
    questions = {
        "GetCase by identifier": ("CaseService/GetCase", lambda name: get(id=name), "case 0"),
        "GetCase by number": ("CaseService/GetCase", lambda name: get(public_number=name), "public number 0"),
        "GetEvidence": ("EvidenceService/GetEvidence", lambda name: message("v1.GetEvidenceRequest")(id=name),
                        "evidence of a case"),
        "ListEvidence": ("EvidenceService/ListEvidence", lambda name: message("v1.ListEvidenceRequest")(case_id=name),
                         "case 0"),
        "GetReceipt": ("ProofService/GetReceipt", lambda name: message("v1.GetReceiptRequest")(
            public_number=name, sequence=1), "public number 1"),
        "WithdrawCase": ("CaseService/WithdrawCase", lambda name: message("v1.WithdrawCaseRequest")(
            case_id=name, reason="Réglé."), "case 1")}
    for what, (method, build, kind) in questions.items():
        there, nowhere = build(things[kind].there), build(things[kind].nowhere)
        differences, usual = paired(peer, method, there, nowhere, count)
        low, high = interval(differences)
        # Over a network a fortieth of a call is not seen, nor what a scheduler's turn is worth. By an identifier more
        # may be: nobody comes by sixteen random bytes without knowing what they name, but numbers can be tried.
        tolerance = max(usual / (40 if kind.startswith("public number") else 4), 20e-6)
        if low > tolerance or high < -tolerance:
            wrong.append(what)
        saw.append(f"{what} {1e6 * statistics.median(differences):+.0f} of {1e6 * usual:.0f}")
    for each in (peer, owner.peer, owner.platform):
        each.close()
    expect(not wrong, f"{', '.join(wrong)} of {', '.join(saw)} µs")
    return f"medians of {count} pairs in µs: {', '.join(saw)}"


def paired(peer, method, there, nowhere, count):
    """The differences of neighbouring calls, each of the two first in turn, and a call's usual time."""
    differences, times = [], []
    for turn in range(count):
        took = {}
        for request in (there, nowhere) if turn % 2 else (nowhere, there):
            begun = time.perf_counter()
            peer.call(method, request)
            took[request is there] = time.perf_counter() - begun
        differences.append(took[True] - took[False])
        times.append(took[False])
    return differences, statistics.median(times)


def interval(differences):
    """Where the median of the differences lies with 99.9 % certainty, whatever their distribution: by their ranks."""
    ordered, half = sorted(differences), 1.645 * len(differences) ** 0.5
    middle = len(ordered) / 2
    return ordered[max(0, int(middle - half))], ordered[min(len(ordered) - 1, int(middle + half))]


@row(52, "what a partner can count before and after others filed a hundred cases", "nothing of it has moved",
     control="it has filed them itself")
def counters(world):
    mine = Peer(world.main.association("counting"), world.main.endpoint)
    others = [mine] if world.is_control else [Peer(world.main.association(f"crowd-{n}"), world.main.endpoint)
                                              for n in range(2)]
    submit(mine, draft(FIRMS[0]), new_key())

    def seen():
        head = mine.take("ProofService/GetTreeHead", message("v1.GetTreeHeadRequest")(), "GetTreeHeadResponse")
        inbox = mine.take("InboxService/PullCases", message("v1.PullCasesRequest")(max_cases=1000), "PullCasesResponse")
        listed = mine.take("CaseService/ListCases", message("v1.ListCasesRequest")(page_size=1000), "ListCasesResponse")
        return head.checkpoint.splitlines()[1:3], inbox.cursor, len(inbox.entries), len(listed.cases)

    before = seen()
    for turn in range(100):
        submit(others[turn % len(others)], draft(FIRMS[0]), new_key())
    expect_equal(seen(), before, "tree, inbox and list")
    numbers = [int(submit(mine, draft(FIRMS[0]), new_key()).public_number.replace("-", "")[2:-1]) for _ in range(12)]
    steps = [abs(b - a) for a, b in zip(numbers, numbers[1:])]
    expect(numbers != sorted(numbers) and min(steps) > 1_000, f"public numbers follow each other: {numbers[:3]}")
    for each in {id(peer): peer for peer in (mine, *others)}.values():
        each.close()


@row(52, "requests' identifiers before and after others connected", "they tell nothing of how many connected",
     control="the identifier is the connection's number")
def request_identifiers(world):
    profile = world.main.association("counting")

    def identifier():
        peer = Peer(profile, world.main.endpoint)
        found = peer.call("CaseService/GetCase", message("v1.GetCaseRequest")(id=bytes(16))).status.request_id
        peer.close()
        return found.split("-")[0]

    first = identifier()
    for _ in range(25):
        world.peer().close()
    second = identifier()
    if world.is_control:
        first, second = "101", "127"
    is_count = first.isdigit() and second.isdigit() and 25 <= int(second) - int(first) < 1_000
    expect(not is_count, f"from {first} to {second}: the connections of all partners")
