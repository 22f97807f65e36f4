// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension RunRetentionRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__run_retention_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__RunRetentionRequest>, _ reader: inout MessageReader) {
        dryRun = c.pointee.dry_run != 0
        ceiling = c.pointee.ceiling
        asOfMs = c.pointee.as_of_ms
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__RunRetentionRequest>, _ tree: MessageTree) {
        c.pointee.dry_run = dryRun ? 1 : 0
        c.pointee.ceiling = ceiling
        c.pointee.as_of_ms = asOfMs
    }
}
