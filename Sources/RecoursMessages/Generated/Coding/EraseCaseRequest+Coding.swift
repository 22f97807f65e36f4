// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension EraseCaseRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__erase_case_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__EraseCaseRequest>, _ reader: inout MessageReader) {
        reason = reader.text(c.pointee.reason, "reason")
        switch c.pointee.reference_case.rawValue {
        case 1:
            reference = .id(reader.bytes(c.pointee.id))
        case 2:
            reference = .publicNumber(reader.text(c.pointee.public_number, "public_number"))
        default: reference = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__EraseCaseRequest>, _ tree: MessageTree) {
        c.pointee.reason = tree.text(reason)
        switch reference {
        case .id(let value):
            c.pointee.reference_case = .init(rawValue: 1)
            c.pointee.id = tree.bytes(value)
        case .publicNumber(let value):
            c.pointee.reference_case = .init(rawValue: 2)
            c.pointee.public_number = tree.text(value)
        case nil: break
        }
    }
}
