// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ClaimPlan: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__claim_plan__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ClaimPlan>, _ reader: inout MessageReader) {
        workID = reader.bytes(c.pointee.work_id)
        platforms = reader.texts(c.pointee.platforms, c.pointee.n_platforms, "platforms")
        autoReport = c.pointee.auto_report != 0
        reviewThreshold =
            c.pointee._review_threshold_case.rawValue == 4 ? c.pointee.review_threshold : nil
        reportThreshold =
            c.pointee._report_threshold_case.rawValue == 5 ? c.pointee.report_threshold : nil
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ClaimPlan>, _ tree: MessageTree) {
        c.pointee.work_id = tree.bytes(workID)
        c.pointee.n_platforms = platforms.count
        c.pointee.platforms = tree.texts(platforms)
        c.pointee.auto_report = autoReport ? 1 : 0
        if let reviewThreshold {
            c.pointee._review_threshold_case = .init(rawValue: 4)
            c.pointee.review_threshold = reviewThreshold
        }
        if let reportThreshold {
            c.pointee._report_threshold_case = .init(rawValue: 5)
            c.pointee.report_threshold = reportThreshold
        }
    }
}
