# SPDX-License-Identifier: EUPL-1.2
"""The figures of a year, recomputed from the events that the server tells a mediator, and what must hold of them.

Usage: recompute.py MEDIATOR_PROFILE_DIR ASSOCIATION_PROFILE_DIR ENDPOINT

Shares no code with the server: the wire, the meaning of each figure and the arithmetic stand here a second time.
Prints a table, and exits 1 if a figure differs or if a case has been left without an answer.
"""
import collections
import datetime
import pathlib
import sys
import zoneinfo

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Interop"))
from recours_wire import DATA, END, MORE, OPEN, STATUS, CallError, Connection, message

STATES = ("UNSPECIFIED DRAFT SUBMITTED TRANSMITTED ACKNOWLEDGED IN_PROGRESS INFO_REQUESTED ANSWERED REMEDY_PENDING "
          "IN_MEDIATION RESOLVED NO_AGREEMENT INADMISSIBLE DUPLICATE WITHDRAWN ERASED").split()
(DRAFT, SUBMITTED, TRANSMITTED, ACKNOWLEDGED, IN_PROGRESS, INFO_REQUESTED, ANSWERED, REMEDY_PENDING, IN_MEDIATION,
 RESOLVED, NO_AGREEMENT, INADMISSIBLE, DUPLICATE, WITHDRAWN, ERASED) = range(1, 16)
OPEN_STATES = range(SUBMITTED, RESOLVED)
# Kinds of event.
FILED, SENT, NOTED, RESPONDED, ACCEPTED, REFUSED = 1, 2, 5, 6, 7, 8
WITHDREW, RESTORED, READDRESSED, INFORMED, REOPENED, MISSED, MEDIATION_CLOSED = (
    9, 11, 17, 19, 22, 25, 34)
# Kinds of answer that end the platform's turn: done, promised, explained, upheld, duplicate, settled.
FINAL = {1, 2, 3, 4, 8, 9}
PROMISE, DELISTINGS, TERMS = 2, {1, 2, 3, 4, 19}, {9, 10}
DONE, COPIES, LISTINGS_REMOVED, LISTING_REMOVED = 1, {6, 7}, 5, 2
CASE, HONOURED, BROKEN = 1, 2, 3
PARIS = zoneinfo.ZoneInfo("Europe/Paris")
ACKNOWLEDGE_CLOCK, ANSWER_CLOCK, FINAL_CLOCK, INFORMATION_CLOCK, REMEDY_CLOCK, WORD_CLOCK, END_CLOCK = (
    2, 3, 4, 5, 7, 9, 10)
NAMES = {1: "filed", 2: "received", 3: "acknowledged", 4: "answered", 5: "refused answers", 6: "re-addressed",
         7: "mediated", 8: "escalated", 9: "late acknowledgements", 10: "broken promises", 11: "reopened",
         12: "resolutions", 13: "removals", 32: "open", 33: "concluded", 34: "resolved", 35: "confirmed",
         36: "resolved in silence", 37: "resolved by mediator", 38: "no agreement", 39: "inadmissible",
         40: "duplicates", 41: "withdrawn", 42: "explained delistings", 43: "unexplained delistings",
         44: "short notices of terms", 45: "short notices of termination", 46: "mediator overdue",
         47: "honoured commitments", 48: "broken commitments"}


def pipelined(connection, method, requests, response, window=64):
    """The answers of many calls, so many in flight at once; whoever is cut into frames is put together."""
    answers, calls, parts, sent = [None] * len(requests), {}, {}, 0
    opening = message("wire.v1.Open")(method="recours.v1." + method, timeout_ms=60_000).SerializeToString()
    while sent < len(requests) or calls:
        out = b""
        while sent < len(requests) and len(calls) < window:
            call, connection.next_call = connection.next_call, connection.next_call + 2
            out += connection.frame(OPEN, 0, call, opening)
            out += connection.frame(DATA, END, call, requests[sent].SerializeToString())
            calls[call], sent = sent, sent + 1
        if out:
            connection.socket.sendall(out)
        kind, flags, call, payload = connection.read_frame()
        if kind == STATUS:
            raise CallError(payload)
        parts[call] = parts.get(call, b"") + payload
        if flags & END and not flags & MORE:
            answers[calls.pop(call)] = message("v1." + response).FromString(parts.pop(call))
    return answers


def all_cases(connection):
    """Every case that a mediator may see, with its events."""
    identifiers, token = [], ""
    while True:
        request = message("v1.ListCasesRequest")(page_size=1000, page_token=token)
        page = connection.unary("CaseService/ListCases", request, "ListCasesResponse")
        identifiers += [case.id for case in page.cases]
        token = page.next_page_token
        if not token:
            break
    # Credit for received bytes is given once a connection: a fresh one every so often.
    for start in range(0, len(identifiers), 20_000):
        requests = [message("v1.GetCaseRequest")(id=i, with_events=True) for i in identifiers[start:start + 20_000]]
        for answer in pipelined(connection, "CaseService/GetCase", requests, "GetCaseResponse"):
            yield answer.case_file, answer.events


def minutes(start, end):
    """Rounded up; beyond a day to hours."""
    whole = -(-max(0, end - start) // 60_000)
    return whole if whole <= 1440 else -(-whole // 60) * 60


def month(at):
    """The calendar month in Paris, YYYY-MM."""
    return datetime.datetime.fromtimestamp(at / 1000, PARIS).strftime("%Y-%m")


def says_removed(response):
    return (response.type == DONE and any(r.kind == LISTINGS_REMOVED for r in response.remedies)
            or any(a.kind == LISTING_REMOVED for a in response.listing_answers))


class Story:
    """What one case's events come to."""

    def __init__(self, events):
        self.counts, self.times = collections.Counter(), collections.defaultdict(list)
        self.platform, self.sent, self.state, self.created = "", None, 0, 0
        self.own, self.resolved_by, self.paused, self.overdue = [], None, None, False
        self.answered_by_somebody, self.silent_closure = False, False
        self.agreed, self.withdrawn_from, self.removals = False, None, []
        for event in events:
            self.take(event)
        self.stand()

    def count(self, counter, platform=None):
        self.counts[(platform if platform is not None else self.platform, counter)] += 1

    def take(self, event):
        kind, at, before, after = event.kind, event.at_ms, event.state_before, event.state_after
        if kind == FILED:
            self.draft, self.platform, self.created = event.submitted, event.submitted.platform_id, at
            self.count(1)
        elif kind == SENT:
            self.sent, self.own = at, []
            self.count(2)
        elif kind == NOTED:
            self.count(3)
            self.times[(self.platform, 1)].append(minutes(self.sent, at))
        elif kind == RESPONDED:
            if event.responded.type in FINAL:
                if not any(r.type in FINAL for r in self.own):
                    self.count(4)
                    self.times[(self.platform, 2)].append(minutes(self.sent, at))
                self.answered_by_somebody = True
            self.removal(event.responded, at)
            self.own.append(event.responded)
        elif kind == REFUSED:
            self.count(5)
        elif kind == READDRESSED:
            self.count(6)
            self.platform, self.sent, self.own = event.readdressed.to_platform_id, None, []
        elif kind == REOPENED:
            self.count(11)
        elif kind == MISSED:
            self.missed(event)
        elif kind == MEDIATION_CLOSED:
            self.answered_by_somebody = True
        if after == IN_MEDIATION and before != IN_MEDIATION and kind not in (INFORMED, RESTORED) and not (
                kind == MISSED and event.deadline.kind == INFORMATION_CLOCK):
            self.count(7)
        if after == RESOLVED and before != RESOLVED:
            self.count(12)
            self.times[(self.platform, 3)].append(minutes(self.sent or self.created, at))
            self.resolved_by = {ACCEPTED: 35, MISSED: 36}.get(kind, 37)
            # Nobody's word but the clock's, and no answer before it: what must never happen.
            self.silent_closure = kind == MISSED and not self.answered_by_somebody
        # Beneath a withdrawal a question stands still, with the state beneath it.
        if after == INFO_REQUESTED and before not in (INFO_REQUESTED, WITHDRAWN):
            self.paused = before
        if kind == WITHDREW:
            self.withdrawn_from = before
        self.state = after

    def removal(self, response, at):
        asks = self.draft.category in COPIES or LISTINGS_REMOVED in self.draft.desired_remedies
        if asks and says_removed(response) and not any(map(says_removed, self.own)):
            self.count(13)
            took = minutes(self.sent, at)
            self.times[(self.platform, 4)].append(took)
            self.removals.append((self.platform, month(at), took))

    def missed(self, event):
        clock = event.deadline.kind
        if clock == ACKNOWLEDGE_CLOCK:
            self.count(9)
        elif clock in (ANSWER_CLOCK, FINAL_CLOCK):
            self.count(8)
        elif clock == REMEDY_CLOCK:
            self.count(10)
        elif clock in (WORD_CLOCK, END_CLOCK):
            self.overdue = True

    def stand(self):
        state = self.state
        if state in OPEN_STATES:
            self.count(32)
        simple = {NO_AGREEMENT: (33, 38), INADMISSIBLE: (39,), DUPLICATE: (40,), WITHDRAWN: (41,),
                  RESOLVED: (33, 34, self.resolved_by)}
        for counter in simple.get(state, ()):
            self.count(counter)
        if state in (DRAFT, INADMISSIBLE, DUPLICATE, ERASED):
            return
        if self.overdue:
            self.count(46)
        if self.sent is None:
            return
        if self.draft.category in DELISTINGS:
            if any(r.HasField("statement_of_reasons") for r in self.own):
                self.count(42)
            else:
                turn = self.withdrawn_from if state == WITHDRAWN else state
                turn = self.paused if turn == INFO_REQUESTED else turn
                if turn not in (SUBMITTED, TRANSMITTED, ACKNOWLEDGED, IN_PROGRESS):
                    self.count(43)
        if self.draft.HasField("terms_change") and self.draft.terms_change.below_15:
            self.count(44)


def commitments(connection):
    """How many of each platform's commitments, but for promises in cases, were kept, and were not."""
    counts, token = collections.Counter(), ""
    while True:
        request = message("v1.ListCommitmentsRequest")(page_size=1000, page_token=token)
        page = connection.unary("CommitmentService/ListCommitments", request, "ListCommitmentsResponse")
        for commitment in page.commitments:
            if commitment.scope != CASE:
                counter = {HONOURED: 47, BROKEN: 48}.get(commitment.state)
                if counter:
                    counts[(commitment.platform_id, counter)] += 1
        token = page.next_page_token
        if not token:
            return counts


def trend(lines):
    """Removals by platform and month: how many, median and 95 %."""
    found = {}
    for line in lines:
        if line.platform_id and line.month:
            [count], [duration] = line.counts, line.durations
            assert (count.counter, duration.kind, duration.sample) == (13, 4, count.count), line
            found[(line.platform_id, line.month)] = (count.count, duration.median_minutes, duration.p95_minutes)
    return found


def told(connection):
    """What the server says: counts by platform, median and p95 by platform, and the trend of removals."""
    request = message("v1.GetFiguresRequest")(removals_by_platform=True)
    answer = connection.unary("FiguresService/GetFigures", request, "GetFiguresResponse")
    counts, durations = {}, {}
    for line in answer.lines:
        if not line.platform_id or line.category or line.month:
            continue
        for count in line.counts:
            counts[(line.platform_id, count.counter)] = count.count
        for duration in line.durations:
            durations[(line.platform_id, duration.kind)] = (
                duration.sample, duration.median_minutes, duration.p95_minutes)
    return counts, durations, trend(answer.lines)


def compare_trends(removals, said, owner):
    """Whether the trend that somebody is told is that of the events; how many months differ."""
    mine = collections.defaultdict(list)
    for platform, when, took in removals:
        mine[(platform, when)].append(took)
    recomputed = {key: (len(v), rank(v, 50), rank(v, 95)) for key, v in mine.items()}
    wrong = {key for key in recomputed.keys() | said.keys() if recomputed.get(key) != said.get(key)}
    for key in sorted(wrong):
        print(f"DIFFERS  removals {key}, {owner}: recomputed {recomputed.get(key)}, told {said.get(key)}")
    print(f"removals, {owner}: {len(recomputed)} months of platforms compared, {len(wrong)} differ")
    return len(wrong)


def rank(values, percent):
    ordered = sorted(values)
    return ordered[-(-len(ordered) * percent // 100) - 1]


def main(profile, association, endpoint):
    connection = Connection(profile, endpoint)
    removals = []
    counts, times, ends = collections.Counter(), collections.defaultdict(list), collections.Counter()
    unanswered, forgotten, cases, events_read = [], [], 0, 0
    for case, events in all_cases(connection):
        story = Story(events)
        cases, events_read = cases + 1, events_read + len(events)
        assert [e.sequence for e in events] == list(range(1, case.version + 1)), f"{case.public_number}: gaps"
        assert story.state == case.state, f"{case.public_number}: its events end in another state"
        counts.update(story.counts)
        removals += story.removals
        for key, values in story.times.items():
            times[key] += values
        ends[story.state] += 1
        closed_by_party = story.state in (INADMISSIBLE, WITHDRAWN, DUPLICATE)
        if story.state >= RESOLVED and not closed_by_party and not story.answered_by_somebody:
            unanswered.append(case.public_number)
        if story.silent_closure:
            unanswered.append(case.public_number)
        if story.state in OPEN_STATES and not any(d.due_at_ms and d.party for d in case.deadlines):
            forgotten.append(case.public_number)

    counts.update(commitments(connection))
    print(f"\n{cases} cases, {events_read} events read back as a mediator\n")
    platforms = sorted({platform for platform, _ in counts})
    print(f"{'':26}" + "".join(f"{p:>12}" for p in platforms) + f"{'all':>12}")
    for counter, name in NAMES.items():
        row = [counts[(platform, counter)] for platform in platforms]
        if any(row):
            print(f"{name:26}" + "".join(f"{n:12}" for n in row) + f"{sum(row):12}")
    for kind, name in ((1, "days to acknowledge"), (2, "days to answer"), (3, "days to resolve"),
                       (4, "days to removal")):
        shown = [f"{rank(v, 50) / 1440:.1f}/{rank(v, 95) / 1440:.1f}" if (v := times[(p, kind)]) else "–"
                 for p in platforms]
        print(f"{name:26}" + "".join(f"{text:>12}" for text in shown) + "   median/p95")
    print("\nstates at the end: " + ", ".join(f"{STATES[s]} {n}" for s, n in sorted(ends.items())))

    said, durations, said_trend = told(connection)
    keys = sorted({key for key in counts if counts[key]} | set(said))
    wrong = [(key, counts[key], said.get(key, 0)) for key in keys if counts[key] != said.get(key, 0)]
    for key in {key for key in times if times[key]} | set(durations):
        sample, median, p95 = durations.get(key, (0, 0, 0))
        mine = (len(times[key]), rank(times[key], 50), rank(times[key], 95)) if times[key] else (0, 0, 0)
        if mine[0] != sample or (median and (median, p95) != mine[1:]):
            wrong.append((key, mine, (sample, median, p95)))
    for key, mine, theirs in wrong:
        print(f"DIFFERS  {key[0]} {NAMES.get(key[1], key[1])}: recomputed {mine}, told {theirs}")
    print(f"figures: {len(keys)} counts and {len(durations)} durations compared, {len(wrong)} differ")
    own = Connection(association, endpoint).unary(
        "FiguresService/GetOwnRemovals", message("v1.GetOwnRemovalsRequest")(), "GetOwnRemovalsResponse")
    # All cases of this year are one association's.
    wrong += [None] * (compare_trends(removals, said_trend, "as a mediator")
                       + compare_trends(removals, trend(own.lines), "as the association"))
    print(f"without an answer by a platform or a mediator: {len(unanswered)}")
    print(f"open without a clock and somebody to act: {len(forgotten)}")
    sys.exit(1 if wrong or unanswered or forgotten or not cases else 0)


main(*sys.argv[1:])
