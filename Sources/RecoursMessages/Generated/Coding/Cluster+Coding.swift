// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Cluster: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__cluster__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Cluster>, _ reader: inout MessageReader) {
        key = reader.message(c.pointee.key, "key")
        open = c.pointee.open
        waiting = c.pointee.waiting
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Cluster>, _ tree: MessageTree) {
        if let key {
            c.pointee.key = tree.message(key)
        }
        c.pointee.open = open
        c.pointee.waiting = waiting
    }
}
