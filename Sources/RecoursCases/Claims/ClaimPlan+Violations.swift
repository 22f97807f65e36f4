// SPDX-License-Identifier: EUPL-1.2

extension ClaimPlan {
    /// All rules this plan breaks, at most 50; empty if a claim may be so. Whether there are such a
    /// work and such platforms only the store knows. Paths begin with `plan.`.
    package func violations(startingWith found: [Violation] = []) -> [Violation] {
        var found = Violations(startingWith: found)
        if work.count != 16 {
            found.add(
                work.isEmpty ? .required : .identifierForm, limit: 16, actual: work.count,
                at: { "plan.work_id" })
        }
        found.checkCount(
            platforms.count, within: ClaimLimits.platforms, at: { "plan.platforms" })
        for (place, slug) in platforms.prefix(ClaimLimits.platforms.upperBound).enumerated() {
            let path = { "plan.platforms[\(place)]" }
            found.check(SlugRule.breach(slug), at: path)
            if platforms[..<place].contains(slug) { found.add(.duplicate, at: path) }
        }
        if let reviewThreshold {
            found.checkRange(reviewThreshold, ClaimLimits.scores) { "plan.review_threshold" }
        }
        if let reportThreshold {
            found.checkRange(reportThreshold, ClaimLimits.scores) { "plan.report_threshold" }
            if reportThreshold < leastReviewed {
                found.add(
                    .tooSmall, limit: leastReviewed, actual: reportThreshold,
                    at: { "plan.report_threshold" })
            }
        }
        return found.found
    }
}

extension ClaimChange {
    /// What is wrong with the reason that is given.
    package var violations: [Violation] {
        var found = Violations(startingWith: [])
        switch self {
        case .withdrawn(let reason):
            found.check(
                TextRule.breach(reason, required: false, atMost: ClaimLimits.reason),
                at: { "reason" })
        case .suspended(let reason), .resumed(let reason):
            found.check(TextRule.breach(reason, atMost: ClaimLimits.reason), at: { "reason" })
        case .throttled: break
        }
        return found.found
    }
}
