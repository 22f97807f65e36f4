// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Agreement: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__agreement__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Agreement>, _ reader: inout MessageReader) {
        text = reader.text(c.pointee.text, "text")
        proposedAtMs = c.pointee.proposed_at_ms
        acceptedByComplainant = c.pointee.accepted_by_complainant != 0
        acceptedByPlatform = c.pointee.accepted_by_platform != 0
        declinedBy = reader.value(c.pointee.declined_by)
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Agreement>, _ tree: MessageTree) {
        c.pointee.text = tree.text(text)
        c.pointee.proposed_at_ms = proposedAtMs
        c.pointee.accepted_by_complainant = acceptedByComplainant ? 1 : 0
        c.pointee.accepted_by_platform = acceptedByPlatform ? 1 : 0
        c.pointee.declined_by = .init(rawValue: declinedBy.bitPattern)
    }
}
