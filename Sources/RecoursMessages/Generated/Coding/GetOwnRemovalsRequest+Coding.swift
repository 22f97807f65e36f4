// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetOwnRemovalsRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_own_removals_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetOwnRemovalsRequest>, _ reader: inout MessageReader) {
        siren = reader.text(c.pointee.siren, "siren")
        platformID = reader.text(c.pointee.platform_id, "platform_id")
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__GetOwnRemovalsRequest>, _ tree: MessageTree
    ) {
        c.pointee.siren = tree.text(siren)
        c.pointee.platform_id = tree.text(platformID)
    }
}
