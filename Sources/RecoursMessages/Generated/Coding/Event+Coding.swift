// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Event: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__event__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Event>, _ reader: inout MessageReader) {
        sequence = c.pointee.sequence
        atMs = c.pointee.at_ms
        actor = reader.message(c.pointee.actor, "actor")
        kind = reader.value(c.pointee.kind)
        stateBefore = reader.value(c.pointee.state_before)
        stateAfter = reader.value(c.pointee.state_after)
        termsBox = reader.boxed(c.pointee.terms, "terms")
        previousHash = reader.bytes(c.pointee.previous_hash)
        hash = reader.bytes(c.pointee.hash)
        switch c.pointee.payload_case.rawValue {
        case 7:
            payload = reader.message(c.pointee.submitted, "submitted").map(Payload.submitted)
        case 8:
            payload =
                reader.message(c.pointee.acknowledged, "acknowledged").map(Payload.acknowledged)
        case 9:
            payload = reader.message(c.pointee.responded, "responded").map(Payload.responded)
        case 10:
            payload = reader.message(c.pointee.verdict, "verdict").map(Payload.verdict)
        case 11:
            payload = .reason(reader.text(c.pointee.reason, "reason"))
        case 15:
            payload = reader.message(c.pointee.writing, "writing").map(Payload.writing)
        case 16:
            payload =
                reader.message(
                    c.pointee.inadmissibility, "inadmissibility").map(Payload.inadmissibility)
        case 17:
            payload = reader.message(c.pointee.merged, "merged").map(Payload.merged)
        case 18:
            payload = reader.message(c.pointee.readdressed, "readdressed").map(Payload.readdressed)
        case 19:
            payload = reader.message(c.pointee.deadline, "deadline").map(Payload.deadline)
        case 20:
            payload = reader.message(c.pointee.note, "note").map(Payload.note)
        case 21:
            payload =
                reader.message(
                    c.pointee.agreement_answer, "agreement_answer").map(Payload.agreementAnswer)
        case 22:
            payload = reader.message(c.pointee.outcome, "outcome").map(Payload.outcome)
        case 23:
            payload = .disclosure(reader.value(c.pointee.disclosure))
        case 24:
            payload = reader.message(c.pointee.flag, "flag").map(Payload.flag)
        case 25:
            payload = reader.message(c.pointee.saved, "saved").map(Payload.saved)
        default: payload = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Event>, _ tree: MessageTree) {
        c.pointee.sequence = sequence
        c.pointee.at_ms = atMs
        if let actor {
            c.pointee.actor = tree.message(actor)
        }
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        c.pointee.state_before = .init(rawValue: stateBefore.bitPattern)
        c.pointee.state_after = .init(rawValue: stateAfter.bitPattern)
        if let terms {
            c.pointee._terms_case = .init(rawValue: 14)
            c.pointee.terms = tree.message(terms)
        }
        c.pointee.previous_hash = tree.bytes(previousHash)
        c.pointee.hash = tree.bytes(hash)
        switch payload {
        case .submitted(let value):
            c.pointee.payload_case = .init(rawValue: 7)
            c.pointee.submitted = tree.message(value)
        case .acknowledged(let value):
            c.pointee.payload_case = .init(rawValue: 8)
            c.pointee.acknowledged = tree.message(value)
        case .responded(let value):
            c.pointee.payload_case = .init(rawValue: 9)
            c.pointee.responded = tree.message(value)
        case .verdict(let value):
            c.pointee.payload_case = .init(rawValue: 10)
            c.pointee.verdict = tree.message(value)
        case .reason(let value):
            c.pointee.payload_case = .init(rawValue: 11)
            c.pointee.reason = tree.text(value)
        case .writing(let value):
            c.pointee.payload_case = .init(rawValue: 15)
            c.pointee.writing = tree.message(value)
        case .inadmissibility(let value):
            c.pointee.payload_case = .init(rawValue: 16)
            c.pointee.inadmissibility = tree.message(value)
        case .merged(let value):
            c.pointee.payload_case = .init(rawValue: 17)
            c.pointee.merged = tree.message(value)
        case .readdressed(let value):
            c.pointee.payload_case = .init(rawValue: 18)
            c.pointee.readdressed = tree.message(value)
        case .deadline(let value):
            c.pointee.payload_case = .init(rawValue: 19)
            c.pointee.deadline = tree.message(value)
        case .note(let value):
            c.pointee.payload_case = .init(rawValue: 20)
            c.pointee.note = tree.message(value)
        case .agreementAnswer(let value):
            c.pointee.payload_case = .init(rawValue: 21)
            c.pointee.agreement_answer = tree.message(value)
        case .outcome(let value):
            c.pointee.payload_case = .init(rawValue: 22)
            c.pointee.outcome = tree.message(value)
        case .disclosure(let value):
            c.pointee.payload_case = .init(rawValue: 23)
            c.pointee.disclosure = .init(rawValue: value.bitPattern)
        case .flag(let value):
            c.pointee.payload_case = .init(rawValue: 24)
            c.pointee.flag = tree.message(value)
        case .saved(let value):
            c.pointee.payload_case = .init(rawValue: 25)
            c.pointee.saved = tree.message(value)
        case nil: break
        }
    }
}
