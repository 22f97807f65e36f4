// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// A key that authenticates a partner.
package struct BoundKey: Sendable, Hashable {
    /// SHA-256 of the SubjectPublicKeyInfo: 32 bytes.
    package var spkiSHA256: [UInt8]
    /// When its certificate ends.
    package var notAfter: Instant
    /// The instance named in the certificate.
    package var instance: String

    package init(spkiSHA256: [UInt8], notAfter: Instant, instance: String) {
        self.spkiSHA256 = spkiSHA256
        self.notAfter = notAfter
        self.instance = instance
    }
}

/// A partner as it is registered.
package struct PartnerRecord: Sendable, Hashable {
    /// At most so many keys are bound to one partner at a time: the old and the new of a rotation.
    package static let maximumKeys = 2

    package var number: PartnerNumber
    package var reference: PartnerReference
    /// 1 to 200 characters.
    package var name: String
    /// For a business: the SIREN it may file for; empty otherwise.
    package var siren: String
    package var keys: [BoundKey]
    package var createdAt: Instant
    /// Limits of its own, in the place of its kind's.
    package var quotas: [Quota: UInt64]

    package init(
        number: PartnerNumber, reference: PartnerReference, name: String, siren: String,
        keys: [BoundKey], createdAt: Instant, quotas: [Quota: UInt64] = [:]
    ) {
        self.quotas = quotas
        self.number = number
        self.reference = reference
        self.name = name
        self.siren = siren
        self.keys = keys
        self.createdAt = createdAt
    }

    /// How the operator is told of it.
    package var title: String { "\(reference.kind) \(reference.slug)" }

    /// Whether the partner is the business that the case is about.
    func isFirm(of caseFile: CaseFile?) -> Bool {
        reference.kind == .business && !siren.isEmpty
            && caseFile?.draft.complainant.effectiveSiren == siren
    }
}

/// The right of an association to file for a firm. There is one for an association, a firm and a
/// first day; sent again it is brought up to date.
package struct Mandate: Sendable, Hashable {
    /// Slug of the association.
    package var association: String
    /// The firm's SIREN, 9 digits.
    package var siren: String
    package var from: CalendarDate
    /// The last day; nil for no end.
    package var until: CalendarDate?
    /// SHA-256 of the signed document, 32 bytes, or empty.
    package var documentSHA256: [UInt8]

    package init(
        association: String, siren: String, from: CalendarDate, until: CalendarDate?,
        documentSHA256: [UInt8]
    ) {
        self.association = association
        self.siren = siren
        self.from = from
        self.until = until
        self.documentSHA256 = documentSHA256
    }

    /// True if the mandate covers the day.
    package func covers(_ day: CalendarDate) -> Bool {
        from <= day && until.map { day <= $0 } ?? true
    }
}
