// SPDX-License-Identifier: EUPL-1.2

/// What happens to a listing of a claim.
package enum ListingChange: Hashable, Sendable {
    /// Who says that it is a copy.
    package enum Reporter: Hashable, Sendable {
        case holder
        /// A person, of a match.
        case review
        /// A match alone.
        case match
    }

    case reported(by: Reporter)
    case underReview
    case removed(stayDown: Bool)
    case refused(ListingRefusal)
    /// There again after it was removed: reported again.
    case reappeared(by: Reporter)
    /// A match that is no copy.
    case excluded
}

extension ClaimListing {
    /// The only table of transitions: the state after a change, nil for one that is not allowed.
    package func state(after change: ListingChange) -> ListingState? {
        switch (state, change) {
        case (.observed, .reported): .reported
        case (.observed, .excluded): excludedAt == nil ? .observed : nil
        case (.reported, .underReview), (.reappeared, .underReview): .underReview
        // A platform may think better of a refusal.
        case (.reported, .removed), (.reappeared, .removed), (.underReview, .removed),
            (.refused, .removed):
            .removed
        case (.reported, .refused), (.reappeared, .refused), (.underReview, .refused): .refused
        case (.removed, .reappeared): .reappeared
        default: nil
        }
    }

    /// Lets a change happen that is allowed; false if it is not, and nothing has changed.
    mutating func apply(_ change: ListingChange, at now: Instant) -> Bool {
        guard let after = state(after: change) else { return false }
        state = after
        version += 1
        switch change {
        case .reported(let by):
            times.excluded = nil
            report(by, at: now)
        case .underReview: times.underReview = now
        case .removed(let stayDown):
            times.removed = now
            times.firstRemoved = times.firstRemoved ?? now
            refusal = nil
            hasStayDown = stayDown
        case .refused(let reason):
            times.refused = now
            refusal = reason
        case .reappeared(let by):
            times.reappeared = now
            reappearances += 1
            if hasStayDown { brokenStayDowns += 1 }
            // A promise is broken once.
            hasStayDown = false
            report(by, at: now)
        case .excluded: times.excluded = now
        }
        return true
    }

    private mutating func report(_ reporter: ListingChange.Reporter, at now: Instant) {
        times.reported = now
        times.firstReported = times.firstReported ?? now
        times.underReview = nil
        isAutomatic = reporter == .match
    }
}
