// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// The checksums of rows whose records carry none of their own.
///
/// Kept in 32 bits: a hundred bytes of a row are hit by one flipped bit, not by a forger. A row
/// written before there were checksums has none, and is believed.
package enum RowChecksum {
    package static func of(_ event: EventRecord) -> Int64 {
        let address = EventAddress(caseRow: event.caseRow, sequence: event.sequence)
        var seed = RecordChecksum.mix(address.eventNumber, into: 0)
        let method = event.origin.map { UInt64($0.method.rawValue) } ?? 0
        let state = UInt64(UInt32(bitPattern: event.stateAfter.rawValue))
        let flags = state << 16 | method << 8 | (event.leaf == nil ? 0 : 1)
        seed = RecordChecksum.mix(flags, into: seed)
        seed = RecordChecksum.mix(UInt64(bitPattern: event.atMilliseconds), into: seed)
        if let place = event.place {
            seed = RecordChecksum.mix(UInt64(place.tree.value) + 1, into: seed)
            seed = RecordChecksum.mix(place.index, into: seed)
        }
        if let origin = event.origin {
            seed = RecordChecksum.of(origin.fingerprint, seed: seed)
        }
        if let leaf = event.leaf { seed = RecordChecksum.of(leaf, seed: seed) }
        seed = RecordChecksum.of(event.salt, seed: seed)
        seed = RecordChecksum.of(event.link, seed: seed)
        return column(RecordChecksum.of(event.bytes, seed: seed))
    }

    package static func of(_ name: IdempotencyName, _ event: EventAddress) -> Int64 {
        let owner = UInt64(name.partner.value) << 8 | UInt64(name.method.rawValue)
        return of(owner, name.high, name.low, event.eventNumber)
    }

    package static func of(_ reference: ExternalReference) -> Int64 {
        let seed = RecordChecksum.mix(UInt64(reference.submitter.value), into: 1)
        let named = RecordChecksum.of(Array(reference.text.utf8), seed: seed)
        return column(RecordChecksum.mix(reference.event.eventNumber, into: named))
    }

    package static func ofEntry(
        _ inbox: PartnerNumber, _ position: UInt64, _ event: EventAddress, kind: Int32
    ) -> Int64 {
        of(UInt64(inbox.value), position, event.eventNumber, UInt64(UInt32(bitPattern: kind)))
    }

    /// Over the partner's keys too, so that one lost or bound by damage is noticed.
    package static func of(_ partner: PartnerRecord) -> Int64 {
        let kind = UInt64(UInt32(bitPattern: partner.reference.kind.rawValue))
        var seed = RecordChecksum.mix(UInt64(partner.number.value) << 32 | kind, into: 0)
        let created = partner.createdAt.millisecondsSince1970
        seed = RecordChecksum.mix(UInt64(bitPattern: created), into: seed)
        for text in [partner.reference.slug, partner.name, partner.siren] {
            seed = RecordChecksum.of(Array(text.utf8), seed: seed)
        }
        // In an order of their own: rows are read by hash, and written as they came.
        let sums = partner.keys.map { key in
            let end = UInt64(bitPattern: key.notAfter.millisecondsSince1970)
            let bound = RecordChecksum.of(key.spkiSHA256, seed: end)
            return RecordChecksum.of(Array(key.instance.utf8), seed: bound)
        }
        for sum in sums.sorted() { seed = RecordChecksum.mix(sum, into: seed) }
        return column(seed)
    }

    package static func of(_ mandate: Mandate, of association: PartnerNumber) -> Int64 {
        let from = UInt64(bitPattern: Int64(mandate.from.dayNumber))
        var seed = RecordChecksum.mix(UInt64(association.value), into: from)
        let until = mandate.until.map { Int64($0.dayNumber) } ?? Int64.min
        seed = RecordChecksum.mix(UInt64(bitPattern: until), into: seed)
        seed = RecordChecksum.of(Array(mandate.siren.utf8), seed: seed)
        return column(RecordChecksum.of(mandate.documentSHA256, seed: seed))
    }

    package static func of(_ record: WorkRecord) -> Int64 {
        let identity = of(
            record.number, UInt64(record.registrant.value), record.identifier.value.high,
            record.identifier.value.low)
        return column(RecordChecksum.of(record.body, seed: UInt64(bitPattern: identity)))
    }

    package static func of(_ record: ClaimRecord) -> Int64 {
        let owner = UInt64(record.registrant.value) << 32 ^ record.work
        let identity = of(
            record.number, owner, record.identifier.value.high, record.identifier.value.low)
        return column(RecordChecksum.of(record.body, seed: UInt64(bitPattern: identity)))
    }

    package static func of(_ record: ClaimListingRecord) -> Int64 {
        let identity = of(
            record.number, record.name.claim, record.identifier.value.high,
            record.identifier.value.low)
        var seed = RecordChecksum.mix(record.report ?? 0, into: UInt64(bitPattern: identity))
        let owner = UInt64(record.registrant.value) << 1 | (record.awaitsReview ? 1 : 0)
        seed = RecordChecksum.mix(owner, into: seed)
        for text in [record.name.platform, record.name.platformListingIdentifier] {
            seed = RecordChecksum.of(Array(text.utf8), seed: seed)
        }
        return column(RecordChecksum.of(record.body, seed: seed))
    }

    package static func of(_ record: ClaimCallRecord) -> Int64 {
        let at = UInt64(bitPattern: record.at.millisecondsSince1970)
        var seed = RecordChecksum.mix(UInt64(record.partner.value), into: at)
        for bytes in [record.origin.key, record.origin.fingerprint, record.result] {
            seed = RecordChecksum.of(bytes, seed: seed)
        }
        return column(seed)
    }

    private static func of(
        _ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64
    ) -> Int64 {
        var seed = RecordChecksum.mix(first, into: 0)
        seed = RecordChecksum.mix(second, into: seed)
        seed = RecordChecksum.mix(third, into: seed)
        return column(RecordChecksum.mix(fourth, into: seed))
    }

    private static func column(_ sum: UInt64) -> Int64 { Int64(Int32(truncatingIfNeeded: sum)) }
}

extension EventAddress {
    /// The event's row number: its case's row, then 16 bits of its sequence.
    package var eventNumber: UInt64 { caseRow << 16 | sequence }

    package init(eventNumber: UInt64) {
        self.init(caseRow: eventNumber >> 16, sequence: eventNumber & 0xFFFF)
    }
}
