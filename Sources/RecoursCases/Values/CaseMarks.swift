// SPDX-License-Identifier: EUPL-1.2

/// Why a case is not taken. The numbers are those of the protocol.
package enum InadmissibilityReason: Int32, CaseIterable, Hashable, Sendable {
    /// No dispute of a firm with a platform; all questions of tax.
    case outOfScope = 1
    case abusive = 2
    case noMandate = 3
    case notABusiness = 4
    /// Before a court, or decided by one.
    case beforeACourt = 5
    case notSubstantiated = 6
}

/// That a case is not taken, and why.
package struct Inadmissibility: Hashable, Sendable {
    package var reason: InadmissibilityReason?
    /// 1–2,000.
    package var text: String
    /// Whether the complainant has contested it.
    package internal(set) var isContested: Bool

    package init(reason: InadmissibilityReason?, text: String, isContested: Bool = false) {
        self.reason = reason
        self.text = text
        self.isContested = isContested
    }
}

/// The case into which another was merged.
package struct MergeTarget: Hashable, Sendable {
    package var identifier: CaseIdentifier
    package var publicNumber: PublicNumber
    /// Why it is the same: 1–2,000.
    package var reason: String

    package init(identifier: CaseIdentifier, publicNumber: PublicNumber, reason: String) {
        self.identifier = identifier
        self.publicNumber = publicNumber
        self.reason = reason
    }
}

/// From one platform to another, after NOT_CONCERNED.
package struct Readdressing: Hashable, Sendable {
    package let fromPlatform: String
    package let toPlatform: String
    /// At most 2,000.
    package let reason: String
    package let at: Instant

    package init(fromPlatform: String, toPlatform: String, reason: String, at: Instant) {
        self.fromPlatform = fromPlatform
        self.toPlatform = toPlatform
        self.reason = reason
        self.at = at
    }
}

/// Something about a case that a mediator shall look at.
package struct CaseFlag: Hashable, Sendable {
    package enum Kind: Int32, CaseIterable, Hashable, Sendable {
        /// A sanction within 90 days of an earlier case of the same firm against the platform.
        case retaliation = 1
    }

    package let kind: Kind
    /// The cases it points to.
    package let linkedCases: [PublicNumber]

    package init(kind: Kind, linkedCases: [PublicNumber]) {
        self.kind = kind
        self.linkedCases = linkedCases
    }
}
