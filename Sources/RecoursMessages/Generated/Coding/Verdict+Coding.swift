// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Verdict: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__verdict__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Verdict>, _ reader: inout MessageReader) {
        accepted = c.pointee.accepted != 0
        reason = reader.text(c.pointee.reason, "reason")
        givenAtMs = c.pointee.given_at_ms
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Verdict>, _ tree: MessageTree) {
        c.pointee.accepted = accepted ? 1 : 0
        c.pointee.reason = tree.text(reason)
        c.pointee.given_at_ms = givenAtMs
    }
}
