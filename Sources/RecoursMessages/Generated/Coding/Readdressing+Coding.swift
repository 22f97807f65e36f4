// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Readdressing: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__readdressing__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Readdressing>, _ reader: inout MessageReader) {
        fromPlatformID = reader.text(c.pointee.from_platform_id, "from_platform_id")
        toPlatformID = reader.text(c.pointee.to_platform_id, "to_platform_id")
        reason = reader.text(c.pointee.reason, "reason")
        atMs = c.pointee.at_ms
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Readdressing>, _ tree: MessageTree) {
        c.pointee.from_platform_id = tree.text(fromPlatformID)
        c.pointee.to_platform_id = tree.text(toPlatformID)
        c.pointee.reason = tree.text(reason)
        c.pointee.at_ms = atMs
    }
}
