// SPDX-License-Identifier: EUPL-1.2

extension CaseDraft {
    /// Whether the case is about listings that shall go: copies and other breaches of rights, and
    /// whatever else for which a removal is wished.
    var isAboutTakingDown: Bool {
        switch category {
        case .counterfeit, .otherIP: true
        default: desiredRemedies.contains(.listingsRemoved)
        }
    }
}

extension PlatformResponse {
    /// Whether it says that a listing is removed: as a remedy done, or of a single one.
    var saysRemoved: Bool {
        let isDone = type == .remedyDone && remedies.contains { $0.kind == .listingsRemoved }
        return isDone || listingAnswers.contains { $0.kind == .removed }
    }
}
