// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ClaimFigureLine: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__claim_figure_line__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ClaimFigureLine>, _ reader: inout MessageReader) {
        claimID = reader.bytes(c.pointee.claim_id)
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        reported = c.pointee.reported
        reportedAutomatically = c.pointee.reported_automatically
        removed = c.pointee.removed
        refused = c.pointee.refused
        waiting = c.pointee.waiting
        reappearances = c.pointee.reappearances
        brokenStayDowns = c.pointee.broken_stay_downs
        seenToReported = reader.message(c.pointee.seen_to_reported, "seen_to_reported")
        reportedToRemoved = reader.message(c.pointee.reported_to_removed, "reported_to_removed")
        seenToRemoved = reader.message(c.pointee.seen_to_removed, "seen_to_removed")
        namedToRemoved = reader.message(c.pointee.named_to_removed, "named_to_removed")
        foundToRemoved = reader.message(c.pointee.found_to_removed, "found_to_removed")
        before = reader.message(c.pointee.before, "before")
        percentOfBefore =
            c.pointee._percent_of_before_case.rawValue == 16 ? c.pointee.percent_of_before : nil
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ClaimFigureLine>, _ tree: MessageTree) {
        c.pointee.claim_id = tree.bytes(claimID)
        c.pointee.platform_id = tree.text(platformID)
        c.pointee.reported = reported
        c.pointee.reported_automatically = reportedAutomatically
        c.pointee.removed = removed
        c.pointee.refused = refused
        c.pointee.waiting = waiting
        c.pointee.reappearances = reappearances
        c.pointee.broken_stay_downs = brokenStayDowns
        if let seenToReported {
            c.pointee.seen_to_reported = tree.message(seenToReported)
        }
        if let reportedToRemoved {
            c.pointee.reported_to_removed = tree.message(reportedToRemoved)
        }
        if let seenToRemoved {
            c.pointee.seen_to_removed = tree.message(seenToRemoved)
        }
        if let namedToRemoved {
            c.pointee.named_to_removed = tree.message(namedToRemoved)
        }
        if let foundToRemoved {
            c.pointee.found_to_removed = tree.message(foundToRemoved)
        }
        if let before {
            c.pointee.before = tree.message(before)
        }
        if let percentOfBefore {
            c.pointee._percent_of_before_case = .init(rawValue: 16)
            c.pointee.percent_of_before = percentOfBefore
        }
    }
}
