// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// What an operator wants done to the registry. Each may be repeated: it says how things shall be.
package enum AdministrativeOrder: Sendable {
    /// Registers a partner, or gives it a new name and SIREN.
    case putPartner(PartnerReference, name: String, siren: String, at: Instant)
    /// Binds a key to a partner; of a key that is bound already, its end and instance are renewed.
    case bindKey(PartnerReference, BoundKey)
    /// Takes a key from a partner; its SHA-256.
    case unbindKey(PartnerReference, spkiSHA256: [UInt8])
    /// Registers mandates, all or none; at most 1,000.
    case putMandates([Mandate])

    /// Bytes it is taken to occupy while it waits.
    var queuedBytes: Int {
        if case .putMandates(let mandates) = self { return 128 * mandates.count }
        return 512
    }
}

/// What came of an `AdministrativeOrder`.
package enum AdministrativeOutcome: Sendable {
    /// The partner as it now is. `isNew` after its first registration.
    case partner(PartnerRecord, isNew: Bool)
    /// How many mandates are new, and how many were there.
    case mandates(added: Int, updated: Int)
    case refused(AdministrativeRefusal)
    case failed(StoreError)
}

/// Why an administrative order is refused; nothing happened.
package enum AdministrativeRefusal: Sendable, Hashable {
    case unknownPartner
    /// Two keys are bound already: unbind one first.
    case tooManyKeys
    /// The key belongs to another partner.
    case keyBoundElsewhere
    /// The partner has no such key.
    case unknownKey
    /// The association of the mandate at this index is not registered.
    case unknownAssociation(index: Int)
    /// The mandate at this index has no SIREN of nine digits, or a document hash of another length.
    case malformedMandate(index: Int)
}
