// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension RetentionProgress: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__retention_progress__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__RetentionProgress>, _ reader: inout MessageReader) {
        seen = c.pointee.seen
        counts = reader.messages(c.pointee.counts, c.pointee.n_counts, "counts")
        erased = c.pointee.erased
        spared = c.pointee.spared
        finished = c.pointee.finished != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__RetentionProgress>, _ tree: MessageTree) {
        c.pointee.seen = seen
        c.pointee.n_counts = counts.count
        c.pointee.counts = tree.messages(counts)
        c.pointee.erased = erased
        c.pointee.spared = spared
        c.pointee.finished = finished ? 1 : 0
    }
}
