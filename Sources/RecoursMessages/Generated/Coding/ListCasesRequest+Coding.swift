// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListCasesRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_cases_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListCasesRequest>, _ reader: inout MessageReader) {
        pageSize = c.pointee.page_size
        pageToken = reader.text(c.pointee.page_token, "page_token")
        siren = reader.text(c.pointee.siren, "siren")
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        states = reader.values(c.pointee.states, c.pointee.n_states)
        dueBeforeMs = c.pointee._due_before_ms_case.rawValue == 6 ? c.pointee.due_before_ms : nil
        updatedSinceMs =
            c.pointee._updated_since_ms_case.rawValue == 7 ? c.pointee.updated_since_ms : nil
        complainantSizes = reader.values(c.pointee.complainant_sizes, c.pointee.n_complainant_sizes)
        nafCode = reader.text(c.pointee.naf_code, "naf_code")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListCasesRequest>, _ tree: MessageTree) {
        c.pointee.page_size = pageSize
        c.pointee.page_token = tree.text(pageToken)
        c.pointee.siren = tree.text(siren)
        c.pointee.platform_id = tree.text(platformID)
        c.pointee.n_states = states.count
        c.pointee.states = tree.values(states)
        if let dueBeforeMs {
            c.pointee._due_before_ms_case = .init(rawValue: 6)
            c.pointee.due_before_ms = dueBeforeMs
        }
        if let updatedSinceMs {
            c.pointee._updated_since_ms_case = .init(rawValue: 7)
            c.pointee.updated_since_ms = updatedSinceMs
        }
        c.pointee.n_complainant_sizes = complainantSizes.count
        c.pointee.complainant_sizes = tree.values(complainantSizes)
        c.pointee.naf_code = tree.text(nafCode)
    }
}
