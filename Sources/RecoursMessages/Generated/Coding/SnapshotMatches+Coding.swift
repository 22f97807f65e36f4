// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/feed_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension SnapshotMatches: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__snapshot_matches__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__SnapshotMatches>, _ reader: inout MessageReader) {
        candidates = reader.messages(c.pointee.candidates, c.pointee.n_candidates, "candidates")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__SnapshotMatches>, _ tree: MessageTree) {
        c.pointee.n_candidates = candidates.count
        c.pointee.candidates = tree.messages(candidates)
    }
}
