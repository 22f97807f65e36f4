// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Campaign: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__campaign__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Campaign>, _ reader: inout MessageReader) {
        id = reader.bytes(c.pointee.id)
        planBox = reader.boxed(c.pointee.plan, "plan")
        countsBox = reader.boxed(c.pointee.counts, "counts")
        targetReachedAtMs =
            c.pointee._target_reached_at_ms_case.rawValue == 4 ? c.pointee.target_reached_at_ms : nil
        createdAtMs = c.pointee.created_at_ms
        updatedAtMs = c.pointee.updated_at_ms
        byPlatform = reader.messages(c.pointee.by_platform, c.pointee.n_by_platform, "by_platform")
        suppressedPlatforms = c.pointee.suppressed_platforms
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Campaign>, _ tree: MessageTree) {
        c.pointee.id = tree.bytes(id)
        if let plan {
            c.pointee.plan = tree.message(plan)
        }
        if let counts {
            c.pointee.counts = tree.message(counts)
        }
        if let targetReachedAtMs {
            c.pointee._target_reached_at_ms_case = .init(rawValue: 4)
            c.pointee.target_reached_at_ms = targetReachedAtMs
        }
        c.pointee.created_at_ms = createdAtMs
        c.pointee.updated_at_ms = updatedAtMs
        c.pointee.n_by_platform = byPlatform.count
        c.pointee.by_platform = tree.messages(byPlatform)
        c.pointee.suppressed_platforms = suppressedPlatforms
    }
}
