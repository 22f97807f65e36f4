// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Case: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__case__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Case>, _ reader: inout MessageReader) {
        id = reader.bytes(c.pointee.id)
        publicNumber = reader.text(c.pointee.public_number, "public_number")
        version = c.pointee.version
        state = reader.value(c.pointee.state)
        submitter = reader.message(c.pointee.submitter, "submitter")
        draftBox = reader.boxed(c.pointee.draft, "draft")
        deadlines = reader.messages(c.pointee.deadlines, c.pointee.n_deadlines, "deadlines")
        platformContactBox = reader.boxed(c.pointee.platform_contact, "platform_contact")
        responses = reader.messages(c.pointee.responses, c.pointee.n_responses, "responses")
        verdicts = reader.messages(c.pointee.verdicts, c.pointee.n_verdicts, "verdicts")
        stateReason = reader.text(c.pointee.state_reason, "state_reason")
        createdAtMs = c.pointee.created_at_ms
        updatedAtMs = c.pointee.updated_at_ms
        transmittedAtMs =
            c.pointee._transmitted_at_ms_case.rawValue == 14 ? c.pointee.transmitted_at_ms : nil
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        termsBox = reader.boxed(c.pointee.terms, "terms")
        pausedDeadlines =
            reader.messages(
                c.pointee.paused_deadlines, c.pointee.n_paused_deadlines, "paused_deadlines")
        stateBeforeInformation = reader.value(c.pointee.state_before_information)
        stateBeforeWithdrawal = reader.value(c.pointee.state_before_withdrawal)
        withdrawnDeadlines =
            reader.messages(
                c.pointee.withdrawn_deadlines,
                c.pointee.n_withdrawn_deadlines,
                "withdrawn_deadlines")
        exchanges = reader.messages(c.pointee.exchanges, c.pointee.n_exchanges, "exchanges")
        mediationBox = reader.boxed(c.pointee.mediation, "mediation")
        inadmissibility = reader.message(c.pointee.inadmissibility, "inadmissibility")
        mergedInto = reader.message(c.pointee.merged_into, "merged_into")
        flags = reader.messages(c.pointee.flags, c.pointee.n_flags, "flags")
        missedDeadlines = reader.values(c.pointee.missed_deadlines, c.pointee.n_missed_deadlines)
        readdressings =
            reader.messages(c.pointee.readdressings, c.pointee.n_readdressings, "readdressings")
        reopenings = c.pointee.reopenings
        platformQuestions = c.pointee.platform_questions
        mediatorQuestions = c.pointee.mediator_questions
        legalHold = reader.text(c.pointee.legal_hold, "legal_hold")
        stateSinceMs = c.pointee.state_since_ms
        acknowledgedAtMs =
            c.pointee._acknowledged_at_ms_case.rawValue == 33 ? c.pointee.acknowledged_at_ms : nil
        disclosure = reader.value(c.pointee.disclosure)
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Case>, _ tree: MessageTree) {
        c.pointee.id = tree.bytes(id)
        c.pointee.public_number = tree.text(publicNumber)
        c.pointee.version = version
        c.pointee.state = .init(rawValue: state.bitPattern)
        if let submitter {
            c.pointee.submitter = tree.message(submitter)
        }
        if let draft {
            c.pointee.draft = tree.message(draft)
        }
        c.pointee.n_deadlines = deadlines.count
        c.pointee.deadlines = tree.messages(deadlines)
        if let platformContact {
            c.pointee._platform_contact_case = .init(rawValue: 8)
            c.pointee.platform_contact = tree.message(platformContact)
        }
        c.pointee.n_responses = responses.count
        c.pointee.responses = tree.messages(responses)
        c.pointee.n_verdicts = verdicts.count
        c.pointee.verdicts = tree.messages(verdicts)
        c.pointee.state_reason = tree.text(stateReason)
        c.pointee.created_at_ms = createdAtMs
        c.pointee.updated_at_ms = updatedAtMs
        if let transmittedAtMs {
            c.pointee._transmitted_at_ms_case = .init(rawValue: 14)
            c.pointee.transmitted_at_ms = transmittedAtMs
        }
        c.pointee.platform_id = tree.text(platformID)
        if let terms {
            c.pointee._terms_case = .init(rawValue: 16)
            c.pointee.terms = tree.message(terms)
        }
        c.pointee.n_paused_deadlines = pausedDeadlines.count
        c.pointee.paused_deadlines = tree.messages(pausedDeadlines)
        c.pointee.state_before_information = .init(rawValue: stateBeforeInformation.bitPattern)
        c.pointee.state_before_withdrawal = .init(rawValue: stateBeforeWithdrawal.bitPattern)
        c.pointee.n_withdrawn_deadlines = withdrawnDeadlines.count
        c.pointee.withdrawn_deadlines = tree.messages(withdrawnDeadlines)
        c.pointee.n_exchanges = exchanges.count
        c.pointee.exchanges = tree.messages(exchanges)
        if let mediation {
            c.pointee._mediation_case = .init(rawValue: 22)
            c.pointee.mediation = tree.message(mediation)
        }
        if let inadmissibility {
            c.pointee._inadmissibility_case = .init(rawValue: 23)
            c.pointee.inadmissibility = tree.message(inadmissibility)
        }
        if let mergedInto {
            c.pointee._merged_into_case = .init(rawValue: 24)
            c.pointee.merged_into = tree.message(mergedInto)
        }
        c.pointee.n_flags = flags.count
        c.pointee.flags = tree.messages(flags)
        c.pointee.n_missed_deadlines = missedDeadlines.count
        c.pointee.missed_deadlines = tree.values(missedDeadlines)
        c.pointee.n_readdressings = readdressings.count
        c.pointee.readdressings = tree.messages(readdressings)
        c.pointee.reopenings = reopenings
        c.pointee.platform_questions = platformQuestions
        c.pointee.mediator_questions = mediatorQuestions
        c.pointee.legal_hold = tree.text(legalHold)
        c.pointee.state_since_ms = stateSinceMs
        if let acknowledgedAtMs {
            c.pointee._acknowledged_at_ms_case = .init(rawValue: 33)
            c.pointee.acknowledged_at_ms = acknowledgedAtMs
        }
        c.pointee.disclosure = .init(rawValue: disclosure.bitPattern)
    }
}
