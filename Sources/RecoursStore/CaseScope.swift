// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// Whose eyes a case is looked at with: the first argument of everything that reads a case.
///
/// What lies outside a scope does not exist in it: the answer, and the work done for it, are those
/// for a case that isn't there (design.md §5).
package enum CaseScope: Sendable, Hashable {
    /// The cases this association or business has filed; of a business also those that others,
    /// its association above all, have filed for its SIREN.
    case submitter(PartnerReference)
    /// The cases transmitted to the platform of this slug.
    case platform(String)
    /// All cases which have left DRAFT.
    case mediator
    /// All cases, for erasing alone.
    case retention
}

/// A partner's number in one store: short in the rows and indexes that name it, never reused.
package struct PartnerNumber: Sendable, Hashable, Comparable {
    /// Counted from 1; 0 is the mediators' common inbox, the highest the notifier's.
    package var value: UInt32

    package init(_ value: UInt32) { self.value = value }

    /// The inbox shared by all mediators.
    package static let mediators = PartnerNumber(0)
    /// What people without a program of their own shall hear of; read by the server alone, in no
    /// scope.
    package static let notifier = PartnerNumber(.max)

    package static func < (left: PartnerNumber, right: PartnerNumber) -> Bool {
        left.value < right.value
    }
}

/// A scope whose partner has been looked up.
package enum ResolvedScope: Sendable, Hashable {
    case submitter(PartnerNumber)
    /// A business: what it filed, and what was filed for it.
    case firm(PartnerNumber, siren: UInt32)
    case platform(String)
    case mediator
    case retention

    /// Whose references the scope's cases are filed under; nil for those who file none.
    package var submitter: PartnerNumber? {
        switch self {
        case .submitter(let number), .firm(let number, _): number
        case .platform, .mediator, .retention: nil
        }
    }
}
