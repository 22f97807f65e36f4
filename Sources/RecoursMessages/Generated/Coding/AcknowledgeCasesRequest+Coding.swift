// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension AcknowledgeCasesRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__acknowledge_cases_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__AcknowledgeCasesRequest>, _ reader: inout MessageReader) {
        caseIDs = reader.byteStrings(c.pointee.case_ids, c.pointee.n_case_ids)
        contactBox = reader.boxed(c.pointee.contact, "contact")
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__AcknowledgeCasesRequest>, _ tree: MessageTree
    ) {
        c.pointee.n_case_ids = caseIDs.count
        c.pointee.case_ids = tree.byteStrings(caseIDs)
        if let contact {
            c.pointee.contact = tree.message(contact)
        }
    }
}
