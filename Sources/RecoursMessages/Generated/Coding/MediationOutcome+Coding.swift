// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation.proto.

internal import CProtobufC
internal import CRecoursProtos

extension MediationOutcome: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__mediation_outcome__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__MediationOutcome>, _ reader: inout MessageReader) {
        result = reader.value(c.pointee.result)
        reasons = reader.text(c.pointee.reasons, "reasons")
        nextSteps = reader.texts(c.pointee.next_steps, c.pointee.n_next_steps, "next_steps")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__MediationOutcome>, _ tree: MessageTree) {
        c.pointee.result = .init(rawValue: result.bitPattern)
        c.pointee.reasons = tree.text(reasons)
        c.pointee.n_next_steps = nextSteps.count
        c.pointee.next_steps = tree.texts(nextSteps)
    }
}
