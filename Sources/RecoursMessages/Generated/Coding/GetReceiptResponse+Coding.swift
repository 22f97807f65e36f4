// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/proof_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetReceiptResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_receipt_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetReceiptResponse>, _ reader: inout MessageReader) {
        receipt = reader.text(c.pointee.receipt, "receipt")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetReceiptResponse>, _ tree: MessageTree) {
        c.pointee.receipt = tree.text(receipt)
    }
}
