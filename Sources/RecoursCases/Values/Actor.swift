// SPDX-License-Identifier: EUPL-1.2

/// What a partner is. The numbers are those of the protocol.
package enum PartnerKind: Int32, CaseIterable, Hashable, Sendable {
    case association = 1
    case business = 2
    case platform = 3
    case mediator = 4
    case `operator` = 5

    /// The word that stands in a certificate and in `PartnerReference.kind`.
    package var name: String {
        switch self {
        case .association: "association"
        case .business: "business"
        case .platform: "platform"
        case .mediator: "mediator"
        case .operator: "operator"
        }
    }

    /// The inverse of `name`; nil for any other word.
    package init?(name: String) {
        guard let kind = PartnerKind.allCases.first(where: { $0.name == name }) else { return nil }
        self = kind
    }
}

/// A partner by kind and slug: what its certificate names.
package struct PartnerReference: Hashable, Sendable {
    package let kind: PartnerKind
    /// [a-z0-9-], 1–63; unique within its kind. A platform's is what drafts call `platform_id`.
    package let slug: String

    package init(kind: PartnerKind, slug: String) {
        self.kind = kind
        self.slug = slug
    }

    /// `platform/amazon`: how logs and tree heads name it.
    package var label: String { "\(kind.name)/\(slug)" }
}

/// Who acts on a case.
package enum Actor: Hashable, Sendable {
    case partner(PartnerReference)
    /// The server itself: routing and the clock.
    case system

    /// The partner's kind; nil for the system.
    var kind: PartnerKind? {
        switch self {
        case .partner(let partner): partner.kind
        case .system: nil
        }
    }

    /// The partner's slug; nil for the system.
    var slug: String? {
        switch self {
        case .partner(let partner): partner.slug
        case .system: nil
        }
    }
}
