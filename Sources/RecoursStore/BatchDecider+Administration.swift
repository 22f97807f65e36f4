// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

// The registry's orders: no rules of cases, only that keys and names stay unambiguous.
extension BatchDecider {
    /// The most mandates of one order: about as many rows as a batch of cases writes.
    static let maximumMandates = 1_000

    mutating func decide(
        _ order: AdministrativeOrder
    ) throws(StoreError) -> AdministrativeOutcome {
        try changing { decider throws(StoreError) in try decider.decided(order) }
    }

    private mutating func decided(
        _ order: AdministrativeOrder
    ) throws(StoreError) -> AdministrativeOutcome {
        switch order {
        case .putPartner(let reference, let name, let siren, let at):
            return try put(reference, name: name, siren: siren, at: at)
        case .bindKey(let reference, let key): return try bind(key, to: reference)
        case .setQuotas(let reference, let limits): return try setQuotas(limits, of: reference)
        case .unbindKey(let reference, let spkiSHA256):
            return try unbind(spkiSHA256, from: reference)
        case .putMandates(let mandates): return try put(mandates)
        case .eraseEvidence(let identifier, let at):
            return try eraseEvidence(of: identifier, at: at)
        case .eraseAgain(let identifier, let at): return try eraseAgain(identifier, at: at)
        case .campaign(let order): return try decide(order)
        case .setProfile(let reference, let profile, let at):
            return try set(profile, of: reference, at: at)
        case .commitment(let order): return try decide(order)
        case .claim(let order): return try decide(order)
        case .releaseAggregates(let at, let limit):
            return try releaseWaiting(at: at, limit: limit)
        case .raiseMarks(let marks):
            for (mark, value) in marks { writes.raise(mark, to: value) }
            return .marked
        case .noteIdentityRead(let identifier, let mediator, let reason, let at):
            return try note(identifier, readBy: mediator, reason: reason, at: at)
        }
    }

    private mutating func set(
        _ profile: PlatformProfile, of reference: PartnerReference, at: Instant
    ) throws(StoreError) -> AdministrativeOutcome {
        guard let record = try partner(reference) else { return .refused(.unknownPartner) }
        let profile = ProfileRecord(platform: record.number, profile: profile, updatedAt: at)
        writes.profiles[record.number] = profile
        return .profile(profile)
    }

    private mutating func put(
        _ reference: PartnerReference, name: String, siren: String, at: Instant
    ) throws(StoreError) -> AdministrativeOutcome {
        if var known = try partner(reference) {
            known.name = name
            known.siren = siren
            keep(known)
            return .partner(known, isNew: false)
        }
        let record = PartnerRecord(
            number: nextPartner, reference: reference, name: name, siren: siren, keys: [],
            createdAt: at)
        nextPartner = PartnerNumber(nextPartner.value + 1)
        keep(record)
        return .partner(record, isNew: true)
    }

    private mutating func bind(
        _ key: BoundKey, to reference: PartnerReference
    ) throws(StoreError) -> AdministrativeOutcome {
        guard var record = try partner(reference) else { return .refused(.unknownPartner) }
        if let place = record.keys.firstIndex(where: { $0.spkiSHA256 == key.spkiSHA256 }) {
            record.keys[place] = key
        } else if try isBoundElsewhere(key.spkiSHA256) {
            return .refused(.keyBoundElsewhere)
        } else if record.keys.count >= PartnerRecord.maximumKeys {
            return .refused(.tooManyKeys)
        } else {
            record.keys.append(key)
        }
        keep(record)
        return .partner(record, isNew: false)
    }

    private func isBoundElsewhere(_ spkiSHA256: [UInt8]) throws(StoreError) -> Bool {
        let changed = writes.partners.values
        if changed.contains(where: { $0.keys.contains { $0.spkiSHA256 == spkiSHA256 } }) {
            return true
        }
        guard let owner = try lookup.partner(boundTo: spkiSHA256) else { return false }
        // An earlier command of the batch may have taken the key from its owner.
        return writes.partners[owner.number] == nil
    }

    private mutating func unbind(
        _ spkiSHA256: [UInt8], from reference: PartnerReference
    ) throws(StoreError) -> AdministrativeOutcome {
        guard var record = try partner(reference) else { return .refused(.unknownPartner) }
        guard let place = record.keys.firstIndex(where: { $0.spkiSHA256 == spkiSHA256 }) else {
            return .refused(.unknownKey)
        }
        record.keys.remove(at: place)
        keep(record)
        return .partner(record, isNew: false)
    }

    private mutating func put(
        _ mandates: [Mandate]
    ) throws(StoreError) -> AdministrativeOutcome {
        // All are looked at before the first is kept: the order is done whole or not at all.
        var associations: [PartnerNumber] = []
        for (index, mandate) in mandates.enumerated() {
            let isWellFormed =
                mandate.siren.utf8.count == 9 && UInt32(mandate.siren) != nil
                && [0, 32].contains(mandate.documentSHA256.count)
            guard isWellFormed, index < Self.maximumMandates else {
                return .refused(.malformedMandate(index: index))
            }
            let reference = PartnerReference(kind: .association, slug: mandate.association)
            guard let association = try partner(reference) else {
                return .refused(.unknownAssociation(index: index))
            }
            associations.append(association.number)
        }
        var added = 0
        for (mandate, association) in zip(mandates, associations)
        where try setMandate(mandate, association: association) {
            added += 1
        }
        return .mandates(added: added, updated: mandates.count - added)
    }

    mutating func keep(_ record: PartnerRecord) {
        partners[record.reference] = .some(record)
        writes.partners[record.number] = record
    }
}
