// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/export_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ExportSummary: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__export_summary__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ExportSummary>, _ reader: inout MessageReader) {
        siren = reader.text(c.pointee.siren, "siren")
        exportedAtMs = c.pointee.exported_at_ms
        cases = c.pointee.cases
        events = c.pointee.events
        mandates = c.pointee.mandates
        files = c.pointee.files
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ExportSummary>, _ tree: MessageTree) {
        c.pointee.siren = tree.text(siren)
        c.pointee.exported_at_ms = exportedAtMs
        c.pointee.cases = cases
        c.pointee.events = events
        c.pointee.mandates = mandates
        c.pointee.files = files
    }
}
