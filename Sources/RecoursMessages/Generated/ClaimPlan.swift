// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

/// What a right holder asks for.
public struct ClaimPlan: RecoursMessage {
    /// 16 bytes: a work of the caller's.
    public var workID: [UInt8]
    /// Slugs of 1 to 100 registered platforms, all different.
    public var platforms: [String]
    /// Whether what is surely a copy may be reported without a person looking at it.
    public var autoReport: Bool
    /// 0 to 1,000: a match of so much waits for a person. 500 unless set.
    public var reviewThreshold: UInt32?
    /// 0 to 1,000, not under review_threshold: a match of so much is reported. 960 unless set.
    public var reportThreshold: UInt32?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        workID: [UInt8] = [],
        platforms: [String] = [],
        autoReport: Bool = false,
        reviewThreshold: UInt32? = nil,
        reportThreshold: UInt32? = nil
    ) {
        self.workID = workID
        self.platforms = platforms
        self.autoReport = autoReport
        self.reviewThreshold = reviewThreshold
        self.reportThreshold = reportThreshold
    }

    /// `recours.v1.ClaimPlan`.
    public static var protoName: String { "recours.v1.ClaimPlan" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
