// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/export_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ExportFirmRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__export_firm_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ExportFirmRequest>, _ reader: inout MessageReader) {
        siren = reader.text(c.pointee.siren, "siren")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ExportFirmRequest>, _ tree: MessageTree) {
        c.pointee.siren = tree.text(siren)
    }
}
