// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

/// The figures of a platform, a category, a month, or of all together.
public struct FigureLine: RecoursMessage {
    /// Empty: all that were asked for.
    public var platformID: String
    /// UNSPECIFIED: all that were asked for.
    public var category: CaseCategory
    /// A calendar month in Paris, YYYY-MM; empty: all.
    public var month: String
    /// Those that are 0 are left out.
    public var counts: [FigureCount]
    /// Those that occurred; in lines of a month only REMOVE, by the month of the removal.
    public var durations: [FigureDuration]
    /// The platform's own name; empty for one without an account here, and where platform_id is
    /// empty.
    public var platformName: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        platformID: String = "",
        category: CaseCategory = .unspecified,
        month: String = "",
        counts: [FigureCount] = [],
        durations: [FigureDuration] = [],
        platformName: String = ""
    ) {
        self.platformID = platformID
        self.category = category
        self.month = month
        self.counts = counts
        self.durations = durations
        self.platformName = platformName
    }

    /// `recours.v1.FigureLine`.
    public static var protoName: String { "recours.v1.FigureLine" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
