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
    /// Gives a partner limits of its own, in the place of all it had.
    case setQuotas(PartnerReference, [Quota: UInt64])
    /// Registers mandates, all or none; at most 1,000.
    case putMandates([Mandate])
    /// Erases once more a case that a restored backup has brought back.
    case eraseAgain(CaseIdentifier, at: Instant)
    /// Drops the files of a closed case, unless somebody holds it.
    case eraseEvidence(of: CaseIdentifier, at: Instant)
    case campaign(CampaignOrder)
    /// Sets the profile of a platform, which has been checked by its rules.
    case setProfile(PartnerReference, PlatformProfile, at: Instant)
    case commitment(CommitmentOrder)
    case claim(ClaimOrder)
    /// The clock's: shows cases that wait in groups which have grown, so many at most.
    case releaseAggregates(at: Instant, limit: Int)
    /// Raises marks of the server's own; one that is higher stays.
    case raiseMarks([StoreMark: Int64])
    /// Writes down that a mediator is about to be shown who the complainant of a case is.
    case noteIdentityRead(CaseIdentifier, mediator: String, reason: String, at: Instant)

    /// Bytes it is taken to occupy while it waits.
    var queuedBytes: Int {
        switch self {
        case .putMandates(let mandates): 128 * mandates.count
        case .campaign, .setProfile, .commitment: 8_192
        case .noteIdentityRead: 2_048
        case .claim(let order): order.queuedBytes
        case .putPartner, .bindKey, .unbindKey, .setQuotas, .releaseAggregates, .raiseMarks,
            .eraseAgain, .eraseEvidence:
            512
        }
    }
}

/// What came of an `AdministrativeOrder`.
package enum AdministrativeOutcome: Sendable {
    /// The partner as it now is. `isNew` after its first registration.
    case partner(PartnerRecord, isNew: Bool)
    /// How many mandates are new, and how many were there.
    case mandates(added: Int, updated: Int)
    /// The campaign as it now is.
    case campaign(CampaignRecord, isNew: Bool)
    case profile(ProfileRecord)
    /// The commitment as it now is.
    case commitment(CommitmentRecord, isNew: Bool)
    case claim(ClaimOutcome)
    /// How many rows the clock changed.
    case settled(Int)
    /// The marks are at least as high.
    case marked
    /// An identity read is written down.
    case noted
    case refused(AdministrativeRefusal)
    case failed(StoreError)
}

/// Why an administrative order is refused; nothing happened.
package enum AdministrativeRefusal: Sendable, Hashable {
    case unknownPartner
    case unknownCase
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
    case unknownCampaign
    /// Another campaign has the name.
    case campaignNameTaken
    case unknownCommitment
    case unknownClaim
    case unknownListing
    case overQuota(QuotaExcess)
    /// The key was used before, for something else.
    case keyUsedBefore
    /// What only the present rows show to be wrong.
    case invalid([Violation])
}
