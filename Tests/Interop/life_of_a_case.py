# SPDX-License-Identifier: EUPL-1.2
"""Submits a case as an association, answers it as a platform, reads it back: over the wire, in Python.

Usage: life_of_a_case.py ASSOCIATION_PROFILE_DIR PLATFORM_PROFILE_DIR SIREN
"""
import sys

from recours_wire import CallError, Connection, message, new_key


def draft(siren):
    new = message("recours.v1.CaseDraft")(
        platform_id="wish", platform_account_ref="boutique-casse-tete", category="CASE_CATEGORY_DELISTING",
        title="Boutique fermée sans explication", incident_on="2018-11-02", country="FR", language="fr",
        facts="Toutes nos annonces ont disparu le 2 novembre, sans message ni motif, avant Noël.",
        disclosure="DISCLOSURE_IDENTIFIED", urgency="URGENCY_STANDARD", external_ref="python-1")
    new.complainant.kind = 1
    new.complainant.legal_name = "Casse-Tête du Vexin"
    new.complainant.siren = siren
    new.complainant.size = 1
    new.complainant.contact.name = "Service client"
    new.complainant.contact.email = "contact@casse-tete.example.org"
    new.desired_remedies.append(1)
    return new


def expect_failure(code, action):
    try:
        action()
    except CallError as error:
        assert error.status.code == code, f"expected status {code}, got {error}"
        return error.status
    raise AssertionError(f"expected status {code}, but the call succeeded")


def main(association_directory, platform_directory, siren):
    association, platform = Connection(association_directory), Connection(platform_directory)
    v1 = "recours.v1."

    def case_call(connection, name, request, response, key=b""):
        return connection.unary(f"recours.v1.{name}", request, v1 + response, key)

    request = message(v1 + "SubmitCaseRequest")(draft=draft(siren))
    key = new_key()
    receipt = case_call(
        association, "CaseService/SubmitCase", request, "SubmitCaseResponse", key).receipt
    again = case_call(
        association, "CaseService/SubmitCase", request, "SubmitCaseResponse", key).receipt
    assert again.case_id == receipt.case_id and again.already_filed and not receipt.already_filed
    print(f"filed {receipt.public_number}, and the same key again gave the same case")

    other = message(v1 + "SubmitCaseRequest")(draft=draft(siren))
    other.draft.title = "Un autre titre"
    status = expect_failure(6, lambda: case_call(
        association, "CaseService/SubmitCase", other, "SubmitCaseResponse", key))
    assert any(d.WhichOneof("kind") == "idempotency_conflict" for d in status.details)

    bad = message(v1 + "SubmitCaseRequest")(draft=draft("123456789"))
    bad.draft.facts = "court"
    status = expect_failure(3, lambda: case_call(
        association, "CaseService/SubmitCase", bad, "SubmitCaseResponse", new_key()))
    paths = sorted(v.field_path for d in status.details for v in d.bad_request.violations)
    assert "complainant.siren" in paths and "facts" in paths, paths
    print(f"a bad case was refused with all its violations: {', '.join(paths)}")

    pull = message(v1 + "PullCasesRequest")(max_cases=1000)
    entries = case_call(platform, "InboxService/PullCases", pull, "PullCasesResponse").entries
    mine = [entry for entry in entries if entry.case_file.id == receipt.case_id]
    assert len(mine) == 1, "the platform's inbox must hold the case once"
    acknowledge = message(v1 + "AcknowledgeCasesRequest")(case_ids=[receipt.case_id])
    acknowledge.contact.name, acknowledge.contact.email = "Vendor desk", "desk@wish.example"
    result = case_call(
        platform, "InboxService/AcknowledgeCases", acknowledge, "AcknowledgeCasesResponse").results[0]
    assert result.WhichOneof("outcome") == "acknowledged", result

    respond = message(v1 + "RespondRequest")(case_id=receipt.case_id)
    respond.response.response_id = new_key()
    respond.response.type = 3
    respond.response.text = "Votre boutique a été retirée par erreur d'un contrôle automatique."
    expect_failure(3, lambda: case_call(
        platform, "ResponseService/Respond", respond, "RespondResponse", respond.response.response_id))
    print("an explanation without a statement of reasons was refused")
    reasons = respond.response.statement_of_reasons
    reasons.account, reasons.ground, reasons.source, reasons.automated_decision = 1, 2, 4, 1
    reasons.legal_or_terms_ref = "Conditions générales, article 7.2"
    reasons.facts = "Un contrôle automatique a pris les annonces pour des copies."
    reasons.explanation = "Le contrôle a comparé les images seules; une personne a revu le dossier."
    reasons.decided_on, reasons.effective_on = "2018-11-02", "2018-11-02"
    reasons.redress.internal_complaint = "https://wish.example/plaintes"
    reasons.redress.mediators.append("Médiateur des entreprises")
    answered = case_call(
        platform, "ResponseService/Respond", respond, "RespondResponse", respond.response.response_id)
    print(f"answered: state {answered.result.state}, version {answered.result.version}")

    get = message(v1 + "GetCaseRequest")(public_number=receipt.public_number.lower(), with_events=True)
    found = case_call(association, "CaseService/GetCase", get, "GetCaseResponse")
    assert found.case_file.state == 7 and found.case_file.responses[0].text == respond.response.text
    assert [event.sequence for event in found.events] == list(range(1, found.case_file.version + 1))

    item = message(v1 + "SubmitCasesItem")
    items = []
    for sequence in range(1, 21):
        one = draft(siren)
        one.external_ref = f"python-bulk-{sequence}"
        if sequence == 7:
            one.platform_account_ref = ""
        items.append(item(client_sequence=sequence, idempotency_key=new_key(), draft=one))
    results = list(association.stream(
        "recours.v1.CaseService/SubmitCases", items, v1 + "SubmitCasesResult"))
    refused = [r.client_sequence for r in results if r.WhichOneof("outcome") == "refusal"]
    assert len(results) == 20 and refused == [7], refused
    print("a stream of 20 cases: 19 filed, 1 refused, none failed its neighbours")

    expect_failure(5, lambda: case_call(
        platform, "CaseService/GetCase", message(v1 + "GetCaseRequest")(id=bytes(16)), "GetCaseResponse"))
    expect_failure(12, lambda: case_call(
        platform, "CaseService/NoSuchMethod", pull, "PullCasesResponse"))
    expect_failure(7, lambda: case_call(
        platform, "CaseService/SubmitCase", request, "SubmitCaseResponse", new_key()))
    print("life_of_a_case: all as PROTOCOL.md says")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
