# SPDX-License-Identifier: EUPL-1.2
"""What a partner can try with cases: keys used again, steps left out, words to the wrong side."""
import base64
import collections
import datetime
import hashlib

from life_of_a_case import draft, submit
from peer import Peer, expect_refusal, message, new_key
from rows import expect, expect_equal, row
from world import FIRMS

SUBMIT = "CaseService/SubmitCase"


def filed(**changes):
    return message("v1.SubmitCaseRequest")(draft=draft(FIRMS[0], **changes))


def platform(world, slug="wish"):
    return Peer(world.main.profile("platform", slug), world.main.endpoint)


def receipts(answers):
    return [message("v1.SubmitCaseResponse").FromString(answer.messages[0]).receipt for answer in answers]


@row(56, "one key a hundred times in parallel, on four connections", "one effect, a hundred equal answers",
     control="each has a key and a reference of its own")
def parallel_keys(world):
    peers, count = [world.peer() for _ in range(4)], 5 if world.is_quick or world.is_control else 40
    for _ in range(count):
        request, key = filed(), new_key()
        calls = [[peer.ask(SUBMIT, *((filed(), new_key()) if world.is_control else (request, key)))
                  for _ in range(25)] for peer in peers]
        answers = [answer for peer, mine in zip(peers, calls) for answer in peer.answers(mine).values()]
        expect(all(answer.code == "OK" for answer in answers), f"{collections.Counter(a.code for a in answers)}")
        found = receipts(answers)
        expect_equal(len({(r.case_id, r.public_number, r.version, r.filed_at_ms) for r in found}), 1,
                     "answers that differ")
        expect_equal(sum(not r.already_filed for r in found), 1, "effects")
    for peer in peers:
        peer.close()
    return f"{count} rounds"


@row(57, "one key, other content", "ALREADY_EXISTS with the case it was used for, nothing changed",
     control="the key is another one")
def other_content(world):
    peer, key = world.peer(), new_key()
    mine = submit(peer, draft(FIRMS[0]), key)
    answer = peer.call(SUBMIT, filed(title="Un tout autre titre"), new_key() if world.is_control else key)
    expect_refusal(answer, "ALREADY_EXISTS", "IDEMPOTENCY_CONFLICT")
    expect_equal(answer.details("idempotency_conflict")[0].case_id, mine.case_id, "the case it names")
    get = message("v1.GetCaseRequest")(id=mine.case_id)
    expect_equal(peer.take("CaseService/GetCase", get, "GetCaseResponse").case_file.version, mine.version,
                 "the version")
    peer.close()


@row(55, "another partner's request with its very key, on another connection",
     "a case of its own; the other's is not named", control="it is the same partner")
def replayed(world):
    peer, key, request = world.peer(), new_key(), filed()
    mine = receipts([peer.call(SUBMIT, request, key)])[0]
    stranger = world.peer() if world.is_control else Peer(world.main.association("replayer"), world.main.endpoint)
    theirs = receipts([stranger.call(SUBMIT, request, key)])[0]
    expect(theirs.case_id != mine.case_id and not theirs.already_filed, "it was given the other's case")
    for each in (peer, stranger):
        each.close()


def responding(case_id, **changes):
    later = (datetime.date.today() + datetime.timedelta(days=10)).isoformat()
    answer = dict(response_id=new_key(), type=7, due_on=later,
                  text="Votre demande est étudiée par une personne de notre service.")
    return message("v1.RespondRequest")(case_id=case_id, response={**answer, **changes})


@row(54, "steps left out, done twice or after the end", "FAILED_PRECONDITION with the state, which is unchanged",
     control="the step is the one that is due")
def wrong_steps(world):
    peer, wish = world.peer(), platform(world)
    mediator = Peer(world.main.profile("mediator", "m-steps"), world.main.endpoint)
    mine = submit(peer, draft(FIRMS[0]), new_key())

    def version():
        get = message("v1.GetCaseRequest")(id=mine.case_id)
        return peer.take("CaseService/GetCase", get, "GetCaseResponse").case_file.version

    before = version()
    verdict = message("v1.GiveVerdictRequest")(case_id=mine.case_id, expected_version=before, accepted=True)
    withdrawal = message("v1.WithdrawCaseRequest")(case_id=mine.case_id, reason="Réglé entre nous.")
    due, early = ("CaseService/WithdrawCase", withdrawal), ("CaseService/GiveVerdict", verdict)
    answer = peer.call(*(due if world.is_control else early), new_key())
    expect_refusal(answer, "FAILED_PRECONDITION", "STATE_CONFLICT")
    conflict = answer.details("state_conflict")[0]
    expect_equal((conflict.state, conflict.version), (3, before), "the state it tells")
    act = message("v1.ActRequest")
    end = dict(result=2, reasons="Aucun accord n'a été trouvé entre elles.", next_steps=["Tribunal de commerce"])
    wrong = [(peer, dict(reopen=dict(text="Je rouvre le dossier."))),
             (peer, dict(answer_agreement=dict(accepted=True))),
             (wish, dict(prove_remedy=dict(text="C'est fait, voyez."))), (mediator, dict(close_mediation=end)),
             (mediator, dict(extend_mediation=dict(text="Encore un mois.")))]
    for who, action in wrong:
        refused = who.call("ActionService/Act", act(case_id=mine.case_id, action=action), new_key())
        expect(refused.code == "FAILED_PRECONDITION", f"{list(action)}: {refused.code} {refused.violations}")
    expect_equal(version(), before, "the version")
    withdrawn = peer.call(*due, new_key())
    expect_equal(withdrawn.code, "OK", "a withdrawal")
    late = wish.call("ResponseService/Respond", responding(mine.case_id), new_key())
    expect_refusal(late, "FAILED_PRECONDITION", "STATE_CONFLICT")
    for each in (peer, wish, mediator):
        each.close()
    return f"{len(wrong) + 2} steps"


@row(54, "an answer at a version that has passed", "FAILED_PRECONDITION with the version that is",
     control="it is the version that is")
def stale_version(world):
    peer, wish = world.peer(), platform(world)
    mine = submit(peer, draft(FIRMS[0]), new_key())
    contact = dict(name="Vendor desk", email="desk@wish.example")
    acknowledged = wish.take("InboxService/AcknowledgeCases", message("v1.AcknowledgeCasesRequest")(
        case_ids=[mine.case_id], contact=contact), "AcknowledgeCasesResponse").results[0].acknowledged
    stale = responding(mine.case_id)
    stale.expected_version = acknowledged.version if world.is_control else mine.version
    answer = wish.call("ResponseService/Respond", stale, stale.response.response_id)
    expect_refusal(answer, "FAILED_PRECONDITION", "STATE_CONFLICT")
    expect_equal(answer.details("state_conflict")[0].version, acknowledged.version, "the version it tells")
    for each in (peer, wish):
        each.close()


@row(53, "a case moved to another platform while the first one watches",
     "the first hears nothing of it after its going", control="it is not moved")
def readdressed(world):
    peer, first, second = world.peer(), platform(world), platform(world, "amazon")
    canary = "kanarienvogel" + new_key().hex()
    mine = submit(peer, draft(FIRMS[0]), new_key())
    watch = first.ask("WatchService/WatchCase", message("v1.WatchCaseRequest")(case_id=mine.case_id))
    first.socket.settimeout(10)
    first.read_frame()
    elsewhere = responding(mine.case_id, type=5, due_on="", not_concerned_reason=3)
    expect_equal(first.call("ResponseService/Respond", elsewhere, elsewhere.response.response_id).code, "OK",
                 "the answer")
    move = message("v1.ActRequest")(case_id=mine.case_id, action=dict(readdress=dict(
        platform_id="amazon", reason="La boutique est chez amazon.")))
    if not world.is_control:
        expect_equal(peer.call("ActionService/Act", move, new_key()).code, "OK", "the move")
    told = message("v1.ActRequest")(case_id=mine.case_id,
                                    action=dict(add_information=dict(text=f"Une pièce de plus, {canary}.")))
    expect_equal(peer.call("ActionService/Act", told, new_key()).code, "OK", "the information")
    ended = first.answers([watch], 3)[watch]
    expect_refusal(ended, "NOT_FOUND")
    heard = b"".join(ended.messages)
    expect(canary.encode() not in heard, "the first platform heard what came after")
    expect_refusal(first.call("CaseService/GetCase", message("v1.GetCaseRequest")(id=mine.case_id)), "NOT_FOUND")
    seen = second.take("CaseService/GetCase", message("v1.GetCaseRequest")(id=mine.case_id), "GetCaseResponse")
    expect_equal(seen.case_file.platform_id, "amazon", "whose it is now")
    for each in (peer, first, second):
        each.close()


def root_of(proof, first_size, second_size, first_root, second_root):
    """Whether a consistency proof holds (RFC 9162, 2.1.4.2)."""
    def node(left, right):
        return hashlib.sha256(b"\1" + left + right).digest()
    if first_size == second_size:
        return first_root == second_root and not proof
    steps = list(proof)
    if first_size & (first_size - 1) == 0:
        steps.insert(0, first_root)
    fn, sn = first_size - 1, second_size - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    first = second = steps[0]
    for step in steps[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            first, second = node(step, first), node(step, second)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            second = node(second, step)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and (first, second) == (first_root, second_root)


def head(peer, earlier=0):
    found = peer.take("ProofService/GetTreeHead", message("v1.GetTreeHeadRequest")(earlier_size=earlier),
                      "GetTreeHeadResponse")
    lines = found.checkpoint.splitlines()
    return int(lines[1]), base64.b64decode(lines[2]), list(found.consistency_proof)


@row(64, "another history than the one that was shown before", "the proof of consistency does not hold",
     control="the earlier root is another's")
def split_view(world):
    peer = Peer(world.main.association("proof"), world.main.endpoint)
    heads = []
    for _ in range(9):
        submit(peer, draft(FIRMS[0]), new_key())
        heads.append(head(peer))
    for size, root, _ in heads:
        now, now_root, proof = head(peer, size)
        shown = hashlib.sha256(root).digest() if world.is_control else root
        expect(root_of(proof, size, now, shown, now_root), f"the tree of {now} is no continuation of that of {size}")
        expect(size == now or not root_of(proof, size, now, hashlib.sha256(root).digest(), now_root), "any root passes")
    peer.close()
    return f"{len(heads)} heads"
