// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ClusterKey: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__cluster_key__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ClusterKey>, _ reader: inout MessageReader) {
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        category = reader.value(c.pointee.category)
        clause = reader.text(c.pointee.clause, "clause")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ClusterKey>, _ tree: MessageTree) {
        c.pointee.platform_id = tree.text(platformID)
        c.pointee.category = .init(rawValue: category.bitPattern)
        c.pointee.clause = tree.text(clause)
    }
}
