// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension CommitmentChange: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__commitment_change__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__CommitmentChange>, _ reader: inout MessageReader) {
        atMs = c.pointee.at_ms
        actor = reader.message(c.pointee.actor, "actor")
        state = reader.value(c.pointee.state)
        reason = reader.text(c.pointee.reason, "reason")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__CommitmentChange>, _ tree: MessageTree) {
        c.pointee.at_ms = atMs
        if let actor {
            c.pointee.actor = tree.message(actor)
        }
        c.pointee.state = .init(rawValue: state.bitPattern)
        c.pointee.reason = tree.text(reason)
    }
}
