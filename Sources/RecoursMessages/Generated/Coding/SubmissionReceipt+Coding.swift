// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension SubmissionReceipt: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__submission_receipt__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__SubmissionReceipt>, _ reader: inout MessageReader) {
        caseID = reader.bytes(c.pointee.case_id)
        publicNumber = reader.text(c.pointee.public_number, "public_number")
        state = reader.value(c.pointee.state)
        version = c.pointee.version
        filedAtMs = c.pointee.filed_at_ms
        alreadyFiled = c.pointee.already_filed != 0
        warnings = reader.messages(c.pointee.warnings, c.pointee.n_warnings, "warnings")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__SubmissionReceipt>, _ tree: MessageTree) {
        c.pointee.case_id = tree.bytes(caseID)
        c.pointee.public_number = tree.text(publicNumber)
        c.pointee.state = .init(rawValue: state.bitPattern)
        c.pointee.version = version
        c.pointee.filed_at_ms = filedAtMs
        c.pointee.already_filed = alreadyFiled ? 1 : 0
        c.pointee.n_warnings = warnings.count
        c.pointee.warnings = tree.messages(warnings)
    }
}
