// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/proof_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetReceiptRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_receipt_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetReceiptRequest>, _ reader: inout MessageReader) {
        sequence = c.pointee.sequence
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

    func write(to c: UnsafeMutablePointer<Recours__V1__GetReceiptRequest>, _ tree: MessageTree) {
        c.pointee.sequence = sequence
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
