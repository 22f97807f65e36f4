# SPDX-License-Identifier: EUPL-1.2
"""Every method of the protocol, from its descriptors: who may call it, and where a request can name something.

Who may is written here once more, and not read from the server: a method that is not in this table fails the run.
"""
import dataclasses

from google.protobuf import message_factory

from content import services
from rows import expect

ASSOCIATION, BUSINESS, PLATFORM, MEDIATOR, OPERATOR = KINDS = ("association", "business", "platform", "mediator",
                                                               "operator")
COMPLAINANTS = {ASSOCIATION, BUSINESS}
PARTIES = {ASSOCIATION, BUSINESS, PLATFORM, MEDIATOR}
EVERYONE = set(KINDS)
CALLERS = {
    "CaseService": {"SubmitCase": COMPLAINANTS, "SubmitCases": COMPLAINANTS, "GetCase": PARTIES, "ListCases": PARTIES,
                    "GiveVerdict": COMPLAINANTS, "WithdrawCase": COMPLAINANTS},
    "ActionService": {"Act": PARTIES, "ActMany": PARTIES, "SaveDraft": COMPLAINANTS},
    "InboxService": {"PullCases": PARTIES, "AcknowledgeCases": {PLATFORM}},
    "ResponseService": {"Respond": {PLATFORM}, "RespondMany": {PLATFORM}},
    "EvidenceService": dict.fromkeys(("BeginUpload", "Upload", "GetEvidence", "Download", "ListEvidence"), PARTIES),
    "RetentionService": {"RunRetention": {OPERATOR}, "EraseCase": {MEDIATOR, OPERATOR}},
    "ExportService": {"ExportFirm": {ASSOCIATION, BUSINESS, OPERATOR}},
    "ProofService": {"GetReceipt": PARTIES, "GetTreeHead": PARTIES, "GetPublicKey": EVERYONE},
    "WatchService": {"WatchInbox": PARTIES, "WatchCase": PARTIES, "WatchQueue": {MEDIATOR}},
    "MediationService": {"ListQueue": {MEDIATOR}, "ListClusters": {MEDIATOR},
                         "ListIdentityReads": {ASSOCIATION, BUSINESS, MEDIATOR, OPERATOR}},
    "PartnerService": {"WhoAmI": EVERYONE, "AddPartner": {OPERATOR}, "ListPartners": {OPERATOR},
                       "IssueCertificate": {OPERATOR}, "RevokeCertificate": {OPERATOR}, "ImportMandates": {OPERATOR},
                       "ListMandates": {ASSOCIATION, OPERATOR}, "GetLimits": EVERYONE, "SetQuotas": {OPERATOR}},
    "CampaignService": {"CreateCampaign": {MEDIATOR, OPERATOR}, "UpdateCampaign": {MEDIATOR, OPERATOR},
                        "GetCampaign": EVERYONE, "ListCampaigns": EVERYONE, "ListAtRisk": PARTIES},
    "ProfileService": {"SetProfile": {PLATFORM}, "GetProfile": EVERYONE, "ListProfiles": EVERYONE},
    "CommitmentService": {"MakeCommitment": {PLATFORM}, "ListCommitments": PARTIES, "SettleCommitment": {MEDIATOR}},
    "ClaimService": {"RegisterWork": COMPLAINANTS, "GetWork": PARTIES, "ListWorks": {*COMPLAINANTS, MEDIATOR},
                     "OpenClaim": COMPLAINANTS, "GetClaim": {*COMPLAINANTS, MEDIATOR},
                     "ListClaims": {*COMPLAINANTS, MEDIATOR}, "WithdrawClaim": COMPLAINANTS, "SuspendClaim": {MEDIATOR},
                     "ResumeClaim": {MEDIATOR}, "AddListings": COMPLAINANTS, "ListListings": PARTIES,
                     "PullListings": {PLATFORM}, "AnswerListings": {PLATFORM},
                     "ListMatches": {*COMPLAINANTS, MEDIATOR}, "ReviewMatch": COMPLAINANTS, "ClaimFigures": PARTIES},
    "FeedService": {"ObserveListings": {*COMPLAINANTS, PLATFORM}},
    "FiguresService": {"GetFigures": EVERYONE, "GetOwnRemovals": COMPLAINANTS},
    "OperatorService": {"GetClock": {OPERATOR}, "AdvanceClock": {OPERATOR}, "BackUp": {OPERATOR}},
    "HealthService": {"Check": EVERYONE, "Watch": EVERYONE}}

# Fields by which a request names something that may be another's; every other text or bytes is content.
NAMES = {"id", "case_id", "case_ids", "campaign_id", "commitment_id", "work_id", "claim_id", "listing_id", "upload_id",
         "cursor", "public_number",
         "external_ref",
         "page_token", "siren", "association", "platform_id", "slug", "spki_sha256", "evidence_ids",
         "standing_claim_id", "idempotency_key", "duplicate_of", "suggested_platform_id", "response_id", "mediator"}
CONTENT = {
    "text", "reason", "name", "title", "facts", "platform_account_ref", "incident_on", "discovered_on",
    "notice_received_on",
    "country", "language", "decision_ref", "decision_on", "legal_name", "trade_name", "siret", "scheme", "value",
    "vat_number",
    "naf_code", "role", "email", "phone", "hours", "lines", "postcode", "city", "currency", "held_since", "release_on",
    "announced_on", "effective_on", "document_url", "platform_listing_id", "url", "gtin", "seller_name", "seller_id",
    "office",
    "number", "identity_reason", "legal_or_terms_ref", "clause_url", "explanation", "decided_on", "ends_on",
    "territories",
    "internal_complaint", "mediators", "out_of_court_body", "note", "due_on", "proof", "source_url", "sha256", "chunk",
    "certificate_request_pem", "instance", "from", "until", "document_sha256", "opens_on", "closes_on", "resolve_by",
    "brand", "gtins", "pdq", "platforms", "valid_until", "languages", "reasons", "next_steps", "clause"}
LONGEST_PATH = 5
# A work of a firm for which nobody in these rows has a mandate.
OWNER = dict(kind=1, legal_name="Casse-tête", siren="404833048", contact=dict(name="Camille", email="c@casse.example"))
WORK = dict(owner=OWNER, title="Casse-tête cubique", ip_claim=dict(
    kind=2, office="FR", number="20181234", owner=OWNER, good_faith=True, originals=[dict(title="Casse-tête")]))


@dataclasses.dataclass(frozen=True)
class Slot:
    """A place of a request where a name can stand."""
    path: tuple
    is_bytes: bool


@dataclasses.dataclass(frozen=True)
class Method:
    name: str
    request: object
    reads: bool
    callers: frozenset
    # All that a request needs beside a name, so that the name is looked up.
    base: dict = dataclasses.field(default_factory=dict, compare=False)

    def build(self, slot=None, value=None):
        """A request that names this there, and else only what it must hold."""
        whole = message_factory.GetMessageClass(self.request)(**self.base)
        part = whole
        for name in slot.path[:-1] if slot else ():
            field = part.DESCRIPTOR.fields_by_name[name]
            part = getattr(part, name).add() if field.is_repeated else getattr(part, name)
            part.SetInParent()
        if slot:
            field = part.DESCRIPTOR.fields_by_name[slot.path[-1]]
            if field.is_repeated:
                getattr(part, field.name).append(value)
            else:
                setattr(part, field.name, value)
        return whole

    def slots(self):
        return list(places(self.request))


def places(message_type, path=()):
    """Every place for a name in a message, through all that lies within it."""
    for field in message_type.fields:
        here = (*path, field.name)
        if field.message_type and len(here) <= LONGEST_PATH:
            yield from places(field.message_type, here)
        elif field.type in (field.TYPE_STRING, field.TYPE_BYTES):
            expect(field.name in NAMES or field.name in CONTENT,
                   f"{message_type.full_name}.{field.name} is in no table")
            if field.name in NAMES:
                yield Slot(here, field.type == field.TYPE_BYTES)


def all_methods():
    """All methods of the descriptor set; one that the table lacks, or has too many, fails."""
    found = []
    for service in services():
        for method in service.methods:
            callers = CALLERS.get(service.name, {}).get(method.name)
            expect(callers is not None, f"{method.full_name} is in no table: say who may call it")
            found.append(Method(f"{service.name}/{method.name}", method.input_type,
                                method.GetOptions().idempotency_level == 1, frozenset(callers)))
    expect(len(found) == sum(map(len, CALLERS.values())), "a method of the table is not in the descriptors")
    return found


def forms(methods, draft):
    """The methods, each with what its requests need; those that do many things, once for each."""
    for method in methods:
        for base in bases(method.name, draft):
            yield dataclasses.replace(method, base=base)


def actions():
    """Every act on a case, with the least that it must say."""
    text = "Une phrase qui dit ce qu'il faut, et rien de plus."
    said, why = dict(text=text), dict(text=text)
    return [dict(file={}), dict(restore=why), dict(reopen=said), dict(add_information=said), dict(contest=said),
            dict(readdress=dict(platform_id="wish", reason=text)), dict(raise_disclosure=1), dict(post_message=said),
            dict(note=dict(side=1, writing=said)), dict(answer_agreement=dict(accepted=True)), dict(prove_remedy=said),
            dict(transmit=why), dict(declare_inadmissible=dict(reason=1, text=text)), dict(readmit=why),
            dict(merge=dict(public_number="RC-1", reason=text)), dict(split=why), dict(take_over=why),
            dict(request_information=said), dict(make_statement=said), dict(extend_mediation=why),
            dict(propose_agreement=said), dict(close_mediation=dict(result=2, reasons=text, next_steps=[text])),
            dict(recuse=why), dict(set_legal_hold=why), dict(lift_legal_hold=why), dict(erase=why)]


def bases(name, draft):
    text, key, nobody = "Une phrase qui dit ce qu'il faut, et rien de plus.", bytes(range(16)), bytes(15) + b"\1"
    answer = dict(case_id=nobody, response=dict(response_id=key, type=7, text=text))
    contact = dict(name="Vendor desk", email="desk@wish.example")
    plan = dict(name=text, opens_on="2027-01-01", closes_on="2027-02-01", resolve_by="2027-03-01", target_count=1)
    one = {
        "CaseService/SubmitCase": dict(draft=draft), "ActionService/SaveDraft": dict(draft=draft),
        "CaseService/SubmitCases": dict(client_sequence=1, idempotency_key=key, draft=draft),
        "CaseService/GetCase": dict(with_events=True),
        "CaseService/GiveVerdict": dict(case_id=nobody, accepted=True),
        "CaseService/WithdrawCase": dict(case_id=nobody, reason=text),
        "InboxService/AcknowledgeCases": dict(contact=contact), "ResponseService/Respond": answer,
        "ResponseService/RespondMany": dict(client_sequence=1, request=answer),
        "ProofService/GetReceipt": dict(sequence=1), "RetentionService/EraseCase": dict(reason=text),
        "CommitmentService/MakeCommitment": dict(text=text, due_on="2027-06-01", category=1),
        "ClaimService/RegisterWork": dict(work=WORK),
        "ClaimService/OpenClaim": dict(plan=dict(work_id=nobody, platforms=["wish"])),
        "ClaimService/SuspendClaim": dict(claim_id=nobody, reason=text),
        "ClaimService/ResumeClaim": dict(claim_id=nobody, reason=text),
        "ClaimService/WithdrawClaim": dict(claim_id=nobody),
        "ClaimService/ReviewMatch": dict(listing_id=nobody, verdict=1),
        "ClaimService/AnswerListings": dict(replies=[dict(listing_id=nobody, kind=2)]),
        "ClaimService/AddListings": dict(claim_id=nobody, listings=[
            dict(platform_id="wish", listing=dict(platform_listing_id="W1"))]),
        "FeedService/ObserveListings": dict(client_sequence=1, platform_id="wish", platform_listing_id="W1",
                                            seen_at_ms=1_577_836_800_000),
        "CommitmentService/SettleCommitment": dict(commitment_id=nobody, state=2, reason=text),
        "CampaignService/UpdateCampaign": dict(campaign_id=nobody, plan=plan),
        "MediationService/ListIdentityReads": dict(case_id=nobody)}
    if name == "ActionService/Act":
        return [dict(case_id=nobody, action=action) for action in actions()]
    if name == "ActionService/ActMany":
        return [dict(client_sequence=1, idempotency_key=key, request=dict(case_id=nobody, action=action))
                for action in actions()[::5]]
    return [one.get(name, {})]
