// SPDX-License-Identifier: EUPL-1.2

/// Whose eyes a case is looked at with (`domain.md` §7).
///
/// It says what of a case is seen, not which cases: whose case it is, was decided before.
package enum Viewer: Hashable, Sendable {
    /// The firm, and the association that files for it.
    case complainant
    /// A platform, by its slug.
    case platform(String)
    /// A mediator, by its slug. Who the firm is, is shown only if asked for, and that is written
    /// down (`IdentityRead`).
    case mediator(String, withIdentity: Bool)

    /// The side of a confidential channel on which the viewer stands; nil for a mediator.
    var side: PartySide? {
        switch self {
        case .complainant: .complainant
        case .platform: .platform
        case .mediator: nil
        }
    }
}

/// What of the complainant is hidden from a viewer.
enum IdentityCover: Hashable, Sendable {
    /// Nothing.
    case none
    /// Who it is, but no fact of the case: what a mediator sees at first.
    case identity
    /// All but category, facts, size class, activity and department.
    case pseudonym
}

extension CaseFile {
    /// How much of the complainant is hidden from the viewer.
    func cover(for viewer: Viewer) -> IdentityCover {
        switch viewer {
        case .complainant: .none
        case .platform: disclosure == .identified ? .none : .pseudonym
        case .mediator(let slug, let withIdentity):
            withIdentity && !isRecused(slug) ? .none : .identity
        }
    }

    /// Whether the mediator of this slug has a conflict of interest in the case.
    package func isRecused(_ slug: String) -> Bool {
        mediation?.recused.contains(slug) == true
    }

    /// From when on the platform now addressed may know what was said: what came before was
    /// another platform's. Nil: from the beginning.
    var addressedSince: Instant? { readdressings.last?.at }
}
