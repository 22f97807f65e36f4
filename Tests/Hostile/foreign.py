# SPDX-License-Identifier: EUPL-1.2
"""What one side has, each thing with a canary in it: what no other side must find, or find out about."""
import dataclasses
import hashlib
import random

from openssl import openssl
from life_of_a_case import draft, submit
from methods import OWNER, WORK
from peer import Peer, message, new_key
from world import FIRMS

# In cases, which a mediator sees; and in what is nobody's but its owner's.
CASES, OWN = "zaunkoenig", "rotkehlchen"
# What platforms promise is told to all but other platforms.
PROMISE = "kolibri"

COMMITMENTS_TOLD = frozenset({"association", "business", "mediator"})


def canaries(kind):
    """The words that a stranger of this kind must not hear."""
    words = {OWN}
    if kind != "mediator":
        words.add(CASES)
    if kind not in COMMITMENTS_TOLD:
        words.add(PROMISE)
    return words


@dataclasses.dataclass(frozen=True)
class Thing:
    """Something that exists, and its like that never did; who may know of it is not a stranger to it."""
    kind: str
    there: object
    nowhere: object
    known_to: frozenset = frozenset()


class Owner:
    """An association and a platform with one of each thing, none of them a secret between the two."""

    def __init__(self, world, number):
        place = world.main
        self.profile = place.association(f"owner-{number}")
        self.platform_profile = place.profile("platform", f"owned-{number}")
        self.peer, self.platform = Peer(self.profile, place.endpoint), Peer(self.platform_profile, place.endpoint)
        self.chance, self.slug = random.Random(number), f"owner-{number}"
        self.things = list(self.make(number))

    def case(self, platform, **changes):
        facts = f"Nos annonces ont disparu sans motif, {CASES} le sait mieux que personne."
        return submit(self.peer, draft(FIRMS[0], **{**dict(
            platform_id=platform, facts=facts, title=f"Boutique de {CASES}"), **changes}), new_key())

    def random_like(self, value):
        if isinstance(value, bytes):
            return self.chance.randbytes(len(value))
        return "".join(self.chance.choice("0123456789abcdef") if c in "0123456789abcdef" else c for c in value)

    def number_like(self, number):
        """A public number with a right check digit, that no case has."""
        while True:
            digits = f"{self.chance.randrange(10**10):010}"
            for check in range(10):
                text = f"RC-{digits[:4]}-{digits[4:8]}-{digits[8:]}-{check}"
                if len(text) == len(number) and self.peer.call(
                        "CaseService/GetCase", message("v1.GetCaseRequest")(public_number=text)).code == "NOT_FOUND":
                    return text

    def siren_like(self):
        while True:
            text = f"{self.chance.randrange(10**9):09}"
            doubled = [int(c) * (2 if place % 2 else 1) for place, c in enumerate(text)]
            if sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0:
                return text

    def file(self, word=OWN):
        content = f"Un courrier de {word}.".encode()
        begun = self.peer.take("EvidenceService/BeginUpload", message("v1.BeginUploadRequest")(
            name=f"{word}.txt", size=len(content), sha256=hashlib.sha256(content).digest(), media=5, visibility=1),
            "BeginUploadResponse", new_key()).upload_id
        return begun, content

    def whole_file(self, word=OWN):
        upload, content = self.file(word)
        item = message("v1.UploadItem")
        [found] = self.peer.stream("EvidenceService/Upload", [item(start=dict(upload_id=upload)), item(chunk=content)],
                                   "UploadResponse")
        return found.evidence.id

    def make(self, number):
        """Each thing with a like of it."""
        slug, mediators = f"owned-{number}", frozenset({"mediator"})
        attached, reference, key = self.whole_file(CASES), new_key().hex(), new_key()
        cases = [self.case(slug, evidence_ids=[attached], external_ref=reference), self.case(slug)]
        saved = self.peer.take("ActionService/SaveDraft", message("v1.SaveDraftRequest")(
            draft=draft(FIRMS[0], platform_id=slug, title=f"Ébauche de {OWN}")), "SaveDraftResponse", new_key())
        submit(self.peer, draft(FIRMS[0], platform_id=slug), key)
        promise = self.platform.take("CommitmentService/MakeCommitment", message("v1.MakeCommitmentRequest")(
            text=f"Nous répondrons à {PROMISE} en trois jours.", due_on="2027-12-01", category=1),
            "MakeCommitmentResponse", new_key()).commitment
        for place, each in enumerate(cases):
            yield Thing(f"case {place}", each.case_id, self.random_like(each.case_id), mediators)
            yield Thing(f"public number {place}", each.public_number, self.number_like(each.public_number), mediators)
        yield Thing("draft", saved.case_id, self.random_like(saved.case_id))
        yield Thing("public number of a draft", saved.public_number, self.number_like(saved.public_number))
        yield Thing("external reference", reference, self.random_like(reference))
        yield Thing("evidence of a case", attached, self.random_like(attached), mediators)
        for kind, found in (("evidence of no case", self.whole_file()), ("upload under way", self.file()[0]),
                            ("idempotency key", key)):
            yield Thing(kind, found, self.random_like(found))
        yield Thing("commitment", promise.id, self.random_like(promise.id), COMMITMENTS_TOLD)
        yield from self.copies(slug, mediators)
        yield from self.tokens()
        yield Thing("mandate's firm", FIRMS[0], self.siren_like(), frozenset({"operator", "mediator"}))
        yield Thing("association", self.slug, "owner-x", frozenset({"operator", "mediator"}))
        der = openssl("x509", "-in", self.profile / "certificate.pem", "-noout", "-pubkey").stdout
        bound = hashlib.sha256(openssl("pkey", "-pubin", "-outform", "DER", text=der).stdout).digest()
        yield Thing("bound key", bound, self.random_like(bound), frozenset({"operator"}))

    def copies(self, slug, mediators):
        """A work, a claim held for it against the platform, and a copy reported there."""
        holder = dict(OWNER, siren=FIRMS[0])
        work = self.peer.take("ClaimService/RegisterWork", message("v1.RegisterWorkRequest")(
            work=dict(WORK, owner=holder, title=f"Casse-tête de {CASES}")), "RegisterWorkResponse", new_key()).work
        claim = self.peer.take("ClaimService/OpenClaim", message("v1.OpenClaimRequest")(
            plan=dict(work_id=work.id, platforms=[slug])), "OpenClaimResponse", new_key()).claim
        added = self.peer.take("ClaimService/AddListings", message("v1.AddListingsRequest")(
            claim_id=claim.id, listings=[dict(platform_id=slug, listing=dict(
                platform_listing_id="W1", title=f"Copie de {CASES}"))]), "AddListingsResponse", new_key())
        for kind, found in (("work", work.id), ("claim", claim.id), ("copy", added.results[0].listing_id)):
            yield Thing(kind, found, self.random_like(found), mediators)

    def tokens(self):
        pull = message("v1.PullCasesRequest")(max_cases=1)
        for kind, whose in (("inbox cursor", self.peer), ("platform's inbox cursor", self.platform)):
            cursor = whose.take("InboxService/PullCases", pull, "PullCasesResponse").cursor
            yield Thing(kind, cursor, self.random_like(cursor))
        page = self.peer.take("CaseService/ListCases", message("v1.ListCasesRequest")(page_size=1), "ListCasesResponse")
        yield Thing("page token", page.next_page_token, self.random_like(page.next_page_token))
