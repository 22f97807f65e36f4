// SPDX-License-Identifier: EUPL-1.2

/// What a client made, and kept, before it sent a command: sent again, it has no second effect.
package struct IdempotencyKey: Sendable, Hashable {
    /// The key's 16 bytes, big-endian; best a UUID of version 7, so that keys made together lie
    /// together.
    package var high: UInt64
    package var low: UInt64
    /// SHA-256 of the command's content, 32 bytes, made by the server from what was decoded.
    package var fingerprint: [UInt8]

    package init(high: UInt64, low: UInt64, fingerprint: [UInt8]) {
        self.high = high
        self.low = low
        self.fingerprint = fingerprint
    }

    /// Nil unless the key has 16 bytes and the fingerprint 32.
    package init?(key: [UInt8], fingerprint: [UInt8]) {
        guard key.count == 16, fingerprint.count == 32 else { return nil }
        self.high = key[..<8].reduce(0) { $0 << 8 | UInt64($1) }
        self.low = key[8...].reduce(0) { $0 << 8 | UInt64($1) }
        self.fingerprint = fingerprint
    }
}

/// What a key belongs to besides its partner: two kinds of command may use the same key.
///
/// Numbers are stored, so they never change.
package enum CommandMethod: UInt8, Sendable, Hashable, CaseIterable {
    case submit = 1
    case acknowledge = 2
    case respond = 3
    case giveVerdict = 4
    case withdraw = 5
    case act = 6
    case saveDraft = 7
}

/// A key's full name in the store.
package struct IdempotencyName: Sendable, Hashable {
    package var partner: PartnerNumber
    package var method: CommandMethod
    package var high: UInt64
    package var low: UInt64

    package init(partner: PartnerNumber, method: CommandMethod, high: UInt64, low: UInt64) {
        self.partner = partner
        self.method = method
        self.high = high
        self.low = low
    }
}

/// The command that made an event, as far as a repetition of it must be recognised.
package struct EventOrigin: Sendable, Hashable {
    package var method: CommandMethod
    /// 32 bytes.
    package var fingerprint: [UInt8]

    package init(method: CommandMethod, fingerprint: [UInt8]) {
        self.method = method
        self.fingerprint = fingerprint
    }
}

/// Where an event is: its case, and its place there.
package struct EventAddress: Sendable, Hashable {
    package var caseRow: UInt64
    /// Equals the case's version after the event.
    package var sequence: UInt64

    package init(caseRow: UInt64, sequence: UInt64) {
        self.caseRow = caseRow
        self.sequence = sequence
    }
}
