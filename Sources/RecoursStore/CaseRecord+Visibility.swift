// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

extension CaseRecord {
    /// True if the case exists in the scope: the one rule for both back ends.
    package func isVisible(in scope: ResolvedScope) -> Bool {
        switch scope {
        case .submitter(let number): submitter == number
        // Before it is filed, it is its author's alone.
        case .firm(let number, let firm):
            submitter == number || siren == firm && state != .draft
        case .platform(let slug): isTransmitted && platform == slug
        case .mediator: state != .draft
        case .retention: true
        }
    }

    /// The checksum which the row should have: over every column and the snapshot.
    package var computedChecksum: UInt64 {
        var seed = RecordChecksum.mix(row, into: 0)
        seed = RecordChecksum.mix(identifier.high, into: seed)
        seed = RecordChecksum.mix(identifier.low, into: seed)
        seed = RecordChecksum.mix(number.value, into: seed)
        seed = RecordChecksum.mix(version, into: seed)
        // The marks stand above what older versions mixed in, so that their sums still hold.
        let flags =
            lowMarks << 48 | UInt64(UInt32(bitPattern: state.rawValue)) << 1
            | (isTransmitted ? 1 : 0)
        seed = RecordChecksum.mix(flags, into: seed)
        seed = RecordChecksum.mix(UInt64(submitter.value) << 32 | UInt64(siren), into: seed)
        let due = dueAtMilliseconds ?? Int64.min
        seed = RecordChecksum.mix(UInt64(bitPattern: due), into: seed)
        // Rows from before alarms were kept have a checksum without one.
        if let alarm = alarmAtMilliseconds, alarm != CaseRecord.unknownAlarm {
            seed = RecordChecksum.mix(UInt64(bitPattern: alarm), into: seed)
        }
        seed = RecordChecksum.mix(UInt64(bitPattern: createdAtMilliseconds), into: seed)
        seed = RecordChecksum.mix(UInt64(bitPattern: updatedAtMilliseconds), into: seed)
        // Nor have those from before the complainant's marks.
        if complainant != .unknown {
            seed = RecordChecksum.mix(complainant.rawValue, into: seed)
        }
        for byte in platform.utf8 { seed = seed &* 0x100_0000_01B3 ^ UInt64(byte) }
        return RecordChecksum.of(snapshot, seed: seed)
    }

    /// How the operator is told of it. A damaged row may name a wrong case; its place does not lie.
    var name: String { "Case \(ContentName.hexadecimal(identifier.bytes)) in row \(row)" }

    /// True if the row is as it was written.
    package var isIntact: Bool { checksum == computedChecksum }

    /// The row of a case as the rules see it.
    init(_ file: CaseFile, row: UInt64, submitter: PartnerNumber, snapshot: [UInt8]) {
        self.init(
            row: row, identifier: file.identifier, number: file.publicNumber,
            version: file.version, state: file.state,
            submitter: submitter, platform: file.addressee,
            isTransmitted: file.transmittedAt != nil,
            siren: UInt32(file.sharedDraft.value.complainant.effectiveSiren) ?? 0,
            dueAtMilliseconds: file.dueAt?.millisecondsSince1970,
            alarmAtMilliseconds: file.alarmAt?.millisecondsSince1970,
            createdAtMilliseconds: file.createdAt.millisecondsSince1970,
            updatedAtMilliseconds: file.updatedAt.millisecondsSince1970,
            plainViews: file.plainViews, isClassed: true, complainant: ComplainantMarks(file),
            snapshot: snapshot, checksum: 0)
        checksum = computedChecksum
    }
}
