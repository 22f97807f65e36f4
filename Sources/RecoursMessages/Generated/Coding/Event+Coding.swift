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
        case nil: break
        }
    }
}
