// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetCaseRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_case_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetCaseRequest>, _ reader: inout MessageReader) {
        withEvents = c.pointee.with_events != 0
        withIdentity = c.pointee.with_identity != 0
        identityReason = reader.text(c.pointee.identity_reason, "identity_reason")
        switch c.pointee.reference_case.rawValue {
        case 1:
            reference = .id(reader.bytes(c.pointee.id))
        case 2:
            reference = .publicNumber(reader.text(c.pointee.public_number, "public_number"))
        case 3:
            reference = .externalRef(reader.text(c.pointee.external_ref, "external_ref"))
        default: reference = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetCaseRequest>, _ tree: MessageTree) {
        c.pointee.with_events = withEvents ? 1 : 0
        c.pointee.with_identity = withIdentity ? 1 : 0
        c.pointee.identity_reason = tree.text(identityReason)
        switch reference {
        case .id(let value):
            c.pointee.reference_case = .init(rawValue: 1)
            c.pointee.id = tree.bytes(value)
        case .publicNumber(let value):
            c.pointee.reference_case = .init(rawValue: 2)
            c.pointee.public_number = tree.text(value)
        case .externalRef(let value):
            c.pointee.reference_case = .init(rawValue: 3)
            c.pointee.external_ref = tree.text(value)
        case nil: break
        }
    }
}
