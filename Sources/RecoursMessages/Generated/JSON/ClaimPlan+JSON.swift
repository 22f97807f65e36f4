// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

extension ClaimPlan {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&workID, as: JSONIdentifier.self, "workId", "work_id")
        try json.read(&platforms, "platforms")
        try json.read(&autoReport, "autoReport", "auto_report")
        try json.read(
            &reviewThreshold, as: JSONNumber<UInt32>.self, "reviewThreshold", "review_threshold")
        try json.read(
            &reportThreshold, as: JSONNumber<UInt32>.self, "reportThreshold", "report_threshold")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(workID, unless: [], as: JSONIdentifier.self, "workId")
        try json.write(platforms, "platforms")
        try json.write(autoReport, unless: false, "autoReport")
        try json.write(reviewThreshold, as: JSONNumber<UInt32>.self, "reviewThreshold")
        try json.write(reportThreshold, as: JSONNumber<UInt32>.self, "reportThreshold")
    }
}
