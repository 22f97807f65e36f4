# SPDX-License-Identifier: EUPL-1.2
"""What is asked of a server whose disk fails, and how it is held to its answers.

A command knows how it is sent, and how its effects are counted afterwards. Whatever came of it, once the server is
back: acknowledged, its effect is there once; refused for good, it is not there; unanswered, or to be tried again, it is
there whole or not at all. Then it is sent again under its own key, and its effect is there once.
"""
import datetime
import hashlib
import subprocess

from life_of_a_case import draft
from peer import Peer
from recours_wire import END, message, new_key
from rows import Failed, expect, expect_equal
from world import FIRMS

# To be tried again with the same key, says the protocol: neither a yes nor a no.
UNKNOWN = ("UNAVAILABLE", "DEADLINE_EXCEEDED", "CANCELLED", "ABORTED")
# Nothing was done.
REFUSED = ("RESOURCE_EXHAUSTED", "INTERNAL")
TEXT = "Une phrase qui dit ce qu'il faut, et rien de plus."
CONTACT = dict(name="Vendor desk", email="desk@wish.example")


def in_days(count):
    return str(datetime.date.today() + datetime.timedelta(days=count))


class Command:
    """One call of one partner, with one effect. Kinds of command say how the effect is counted."""
    # A method's answer to a repetition that says that it was done before.
    done_before = ()

    def __init__(self, who, method, request, response, key=b""):
        self.who, self.method, self.response, self.key = who, method, response, key
        self.request = message("v1." + request[0])(**request[1]) if isinstance(request, tuple) else request
        self.outcome, self.identity = None, None

    def connect(self, place, who=None):
        """A connection to a sound server, kept for as long as that runs."""
        who = who or self.who
        server, peer = place.peers.get(who, (None, None))
        if server is not place.server:
            peer = Peer(place.profiles[who], place.endpoint)
            place.peers[who] = (place.server, peer)
        return peer

    def send(self, place):
        """Sends it; what came of it."""
        self.outcome = "unknown"
        try:
            answer = self.call(Peer(place.profiles[self.who], place.endpoint))
        except (Failed, OSError, EOFError):
            # The connection broke, or no answer came.
            return self.outcome
        if answer.code == "OK":
            self.take(message("v1." + self.response).FromString(answer.messages[-1]))
        elif answer.code in REFUSED:
            self.outcome = "refused"
        else:
            expect(answer.code in UNKNOWN, f"{self.method}: {answer.code} {answer.reason} {answer.violations or ''}")
        return self.outcome

    def call(self, peer):
        return peer.call(self.method, self.request, self.key, patience=10)

    def take(self, answer):
        identity = self.identify(answer)
        expect(self.identity in (None, identity), f"{self.method}: the same key gave another answer")
        self.identity, self.outcome = identity, "acknowledged"

    def identify(self, answer):
        return b""

    def look(self, place):
        """How often its effect is there; a part of one fails."""
        raise NotImplementedError

    def check(self, place):
        """After the server is back. Sends the command again."""
        found, outcome = self.look(place), self.outcome
        expect(found in {"acknowledged": (1,), "refused": (0,), "unknown": (0, 1)}[outcome],
               f"{self.method} was {outcome}, and is there {found} times")
        again = self.call(self.connect(place))
        if again.code == "OK":
            self.take(message("v1." + self.response).FromString(again.messages[-1]))
        else:
            expect(again.code in self.done_before and found == 1, f"{self.method} again: {again.code} {again.reason}")
        expect_equal(self.look(place), 1, f"{self.method} was {outcome}, was sent again, and is there")


class OnCase(Command):
    """An effect on a case is an event of some kind in its history."""

    def __init__(self, who, method, request, response, key, case, event):
        super().__init__(who, method, request, response, key)
        self.case, self.event = case, event

    def look(self, place):
        answer = self.connect(place, "filer").call(
            "CaseService/GetCase", message("v1.GetCaseRequest")(**self.case, with_events=True))
        if answer.code == "NOT_FOUND":
            return 0
        expect_equal(answer.code, "OK", "the case")
        found = message("v1.GetCaseResponse").FromString(answer.messages[0])
        # A filer sees every event but mediators' notes, which no scenario writes.
        expect_equal([event.sequence for event in found.events], list(range(1, found.case_file.version + 1)),
                     "the case's events")
        return sum(event.kind == self.event for event in found.events)


class Submit(OnCase):
    def __init__(self, **changes):
        self.reference = new_key().hex()
        super().__init__("filer", "CaseService/SubmitCase", ("SubmitCaseRequest", dict(
            draft=draft(FIRMS[0], external_ref=self.reference, **changes))), "SubmitCaseResponse", new_key(),
            dict(external_ref=self.reference), 1)

    def identify(self, answer):
        return answer.receipt.case_id


class SaveDraft(OnCase):
    def __init__(self):
        reference = new_key().hex()
        super().__init__("filer", "ActionService/SaveDraft", ("SaveDraftRequest", dict(
            draft=draft(FIRMS[0], external_ref=reference))), "SaveDraftResponse", new_key(),
            dict(external_ref=reference), 10)

    def identify(self, answer):
        return answer.case_id


class Bulk(Command):
    """A stream of cases, each a command of its own to whoever checks."""

    def __init__(self, count):
        super().__init__("filer", "CaseService/SubmitCases", None, "SubmitCasesResult")
        self.cases = [Submit() for _ in range(count)]

    def send(self, place):
        item = message("v1.SubmitCasesItem")
        for case in self.cases:
            case.outcome = "unknown"
        try:
            peer = Peer(place.profiles[self.who], place.endpoint)
            call = peer.open(self.method)
            for number, case in enumerate(self.cases):
                body = item(client_sequence=number + 1, idempotency_key=case.key, draft=case.request.draft)
                peer.message(call, body.SerializeToString(), END if number + 1 == len(self.cases) else 0)
            answer = peer.answers([call], 10)[call]
        except (Failed, OSError, EOFError):
            return "unknown"
        for body in answer.messages:
            result = message("v1.SubmitCasesResult").FromString(body)
            case = self.cases[result.client_sequence - 1]
            if result.WhichOneof("outcome") == "receipt":
                case.take(message("v1.SubmitCaseResponse")(receipt=result.receipt))
            elif result.refusal.code in (8, 13):
                case.outcome = "refused"
            else:
                expect(result.refusal.code in (14, 4, 1, 10), f"an item: {result.refusal}")
        return "acknowledged" if all(case.outcome == "acknowledged" for case in self.cases) else "unknown"

    def check(self, place):
        for case in self.cases:
            case.check(place)


class Acknowledge(OnCase):
    def __init__(self, case):
        super().__init__("wish", "InboxService/AcknowledgeCases", ("AcknowledgeCasesRequest", dict(
            case_ids=[case], contact=CONTACT)), "AcknowledgeCasesResponse", b"", dict(id=case), 5)

    def take(self, answer):
        [result] = answer.results
        if result.WhichOneof("outcome") == "acknowledged":
            super().take(answer)
        else:
            expect(result.refusal.code in (8, 13, 14), f"{result.refusal}")
            self.outcome = "unknown" if result.refusal.code == 14 else "refused"


class Respond(OnCase):
    def __init__(self, case):
        key = new_key()
        super().__init__("wish", "ResponseService/Respond", ("RespondRequest", dict(case_id=case, response=dict(
            response_id=key, type=1, text=TEXT, remedies=[dict(kind=1)]))), "RespondResponse", key, dict(id=case), 6)


class Verdict(OnCase):
    def __init__(self, case, accepted):
        super().__init__("filer", "CaseService/GiveVerdict", ("GiveVerdictRequest", dict(
            case_id=case, accepted=accepted, reason=TEXT)), "GiveVerdictResponse", new_key(), dict(id=case),
            7 if accepted else 8)


class Withdraw(OnCase):
    def __init__(self, case):
        super().__init__("filer", "CaseService/WithdrawCase", ("WithdrawCaseRequest", dict(
            case_id=case, reason=TEXT)), "WithdrawCaseResponse", new_key(), dict(id=case), 9)


class Act(OnCase):
    """A mediator's act."""

    def __init__(self, case, action, event):
        super().__init__("durand", "ActionService/Act", ("ActRequest", dict(case_id=case, action=action)),
                         "ActResponse", new_key(), dict(id=case), event)


class Erase(Command):
    def __init__(self, case):
        super().__init__("durand", "RetentionService/EraseCase", ("EraseCaseRequest", dict(id=case, reason=TEXT)),
                         "EraseCaseResponse")
        self.case = case
        self.done_before = ("FAILED_PRECONDITION",)

    def look(self, place):
        found = self.connect(place).call("CaseService/GetCase", message("v1.GetCaseRequest")(id=self.case))
        expect_equal(found.code, "OK", "the case")
        return int(message("v1.GetCaseResponse").FromString(found.messages[0]).case_file.state == 15)


class Evidence(Command):
    """A file that is announced, brought, and listed whole."""

    def __init__(self, count=300_000):
        self.bytes = b"%PDF-1.7\n" + new_key() * (count // 16)
        digest = hashlib.sha256(self.bytes).digest()
        super().__init__("filer", "EvidenceService/Upload", ("BeginUploadRequest", dict(
            name="preuve.pdf", size=len(self.bytes), sha256=digest, media=1, visibility=1)), "UploadResponse",
            new_key())
        self.media_from_schema()

    def media_from_schema(self):
        values = self.request.DESCRIPTOR.fields_by_name["media"].enum_type.values_by_name
        self.request.media = values["EVIDENCE_MEDIA_PDF"].number

    def call(self, peer):
        begun = peer.call("EvidenceService/BeginUpload", self.request, self.key, patience=10)
        if begun.code != "OK":
            return begun
        place = message("v1.BeginUploadResponse").FromString(begun.messages[0])
        call, item = peer.open(self.method), message("v1.UploadItem")
        start = item(start=dict(upload_id=place.upload_id, offset=place.offset))
        rest = [] if place.complete else range(place.offset, len(self.bytes), 60_000)
        chunks = [item(chunk=self.bytes[at:at + 60_000]) for at in rest]
        for number, body in enumerate([start, *chunks]):
            peer.message(call, body.SerializeToString(), END if number == len(chunks) else 0)
        return peer.answers([call], 10)[call]

    def identify(self, answer):
        return answer.evidence.id

    def look(self, place):
        peer = self.connect(place)
        listed = peer.take("EvidenceService/ListEvidence", message("v1.ListEvidenceRequest")(), "ListEvidenceResponse")
        found = [piece for piece in listed.evidence if piece.sha256 == self.request.sha256]
        for piece in found:
            down = peer.call("EvidenceService/Download", message("v1.DownloadRequest")(id=piece.id))
            expect_equal(down.code, "OK", "the file")
            items = [message("v1.DownloadItem").FromString(body) for body in down.messages]
            expect_equal(b"".join(item.chunk for item in items), self.bytes, "the file's bytes")
        return len(found)


class AddPartner(Command):
    done_before = ("ALREADY_EXISTS",)

    def __init__(self, work):
        self.slug = "p" + new_key().hex()[:12]
        request = subprocess.run(
            ["openssl", "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
             "-subj", f"/CN={self.slug}", "-keyout", work / "new-key.pem"],
            check=True, capture_output=True, text=True).stdout
        super().__init__("operator", "PartnerService/AddPartner", ("AddPartnerRequest", dict(
            kind="PARTNER_KIND_PLATFORM", slug=self.slug, name=self.slug, certificate_request_pem=request)),
            "AddPartnerResponse", new_key())

    def look(self, place):
        peer, token, found = self.connect(place), "", []
        while True:
            page = peer.take("PartnerService/ListPartners", message("v1.ListPartnersRequest")(
                page_size=1000, page_token=token), "ListPartnersResponse")
            found += [partner for partner in page.partners if partner.slug == self.slug]
            token = page.next_page_token
            if not token:
                return len(found)


class Mandates(Command):
    """Sent again it is brought up to date, which is the same."""

    def __init__(self, count=20):
        super().__init__("operator", "PartnerService/ImportMandates", None, "ImportMandatesResponse")
        year = 2000 + int.from_bytes(new_key()[:2], "big") % 18
        day = f"{year}-{1 + new_key()[0] % 12:02}-{1 + new_key()[1] % 28:02}"
        self.sirens = FIRMS
        self.mandates = [message("v1.Mandate")(association="filer", siren=siren, **{"from": day}) for siren in FIRMS]

    def call(self, peer):
        call = peer.open(self.method)
        for number, mandate in enumerate(self.mandates):
            peer.message(call, mandate.SerializeToString(), END if number + 1 == len(self.mandates) else 0)
        return peer.answers([call], 10)[call]

    def look(self, place):
        found = self.connect(place).take("PartnerService/ListMandates", message("v1.ListMandatesRequest")(
            association="filer", page_size=1000), "ListMandatesResponse").mandates
        days = getattr(self.mandates[0], "from")
        return int(sum(getattr(mandate, "from") == days for mandate in found) >= len(self.mandates))


class SetProfile(Command):
    def __init__(self):
        self.text = "https://wish.example/" + new_key().hex()
        super().__init__("wish", "ProfileService/SetProfile", ("SetProfileRequest", dict(profile=dict(
            contact=dict(CONTACT, role="Litiges", hours="9 h à 17 h", language="fr"), valid_until=in_days(90),
            languages=["fr"], internal_complaint=self.text, mediators=["CMAP", "Médiateur des entreprises"]))),
            "SetProfileResponse")

    def look(self, place):
        found = self.connect(place).call("ProfileService/GetProfile", message("v1.GetProfileRequest")(
            platform_id="wish"))
        return int(found.code == "OK" and self.text.encode() in found.messages[0])


class Commit(Command):
    def __init__(self):
        self.text = "Nous répondrons plus vite, " + new_key().hex()
        super().__init__("wish", "CommitmentService/MakeCommitment", ("MakeCommitmentRequest", dict(
            text=self.text, due_on=in_days(60), category="CASE_CATEGORY_DELISTING")), "MakeCommitmentResponse",
            new_key())
        self.done_before = ("ALREADY_EXISTS",)

    def look(self, place):
        peer, token, found = self.connect(place), "", 0
        while True:
            page = peer.take("CommitmentService/ListCommitments", message("v1.ListCommitmentsRequest")(
                page_size=1000, page_token=token), "ListCommitmentsResponse")
            found += sum(one.text == self.text for one in page.commitments)
            token = page.next_page_token
            if not token:
                return found
