// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension SubmitCaseResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__submit_case_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__SubmitCaseResponse>, _ reader: inout MessageReader) {
        receipt = reader.message(c.pointee.receipt, "receipt")
        warnings = reader.messages(c.pointee.warnings, c.pointee.n_warnings, "warnings")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__SubmitCaseResponse>, _ tree: MessageTree) {
        if let receipt {
            c.pointee._receipt_case = .init(rawValue: 1)
            c.pointee.receipt = tree.message(receipt)
        }
        c.pointee.n_warnings = warnings.count
        c.pointee.warnings = tree.messages(warnings)
    }
}
