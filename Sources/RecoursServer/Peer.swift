// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursStore
internal import Synchronization

/// The partner behind one live connection: what every call of it acts as.
///
/// Made at admission, and told when its key is unbound; a call asks it before anything else, which
/// costs one atomic load.
package final class Peer: Sendable {
    package let reference: PartnerReference
    package let name: String
    /// For a business: the SIREN it may file for; empty otherwise.
    package let siren: String
    /// SHA-256 of the certificate's public key: 32 bytes.
    package let spkiSHA256: [UInt8]
    /// When the certificate of this connection ends.
    package let certificateNotAfter: Instant
    /// Which cases it may know of; nil for an operator, who sees none (domain.md §7).
    package let scope: CaseScope?
    /// `association/ajc`: what logs call it.
    package let label: String
    /// Names this connection in the registry.
    let connection: UInt64
    /// Shared by all connections of the partner.
    let load: PartnerLoad
    private let revoked = Atomic(false)

    init(
        _ record: PartnerRecord, key: BoundKey, certificateNotAfter: Instant, connection: UInt64,
        load: PartnerLoad
    ) {
        self.connection = connection
        reference = record.reference
        name = record.name
        siren = record.siren
        spkiSHA256 = key.spkiSHA256
        self.certificateNotAfter = certificateNotAfter
        self.load = load
        label = record.reference.label
        scope =
            switch record.reference.kind {
            case .association, .business: .submitter(record.reference)
            case .platform: .platform(record.reference.slug)
            case .mediator: .mediator
            case .operator: nil
            }
    }

    package var isRevoked: Bool { revoked.load(ordering: .acquiring) }

    func revoke() { revoked.store(true, ordering: .releasing) }
}

/// What a partner has in use, over all its connections.
final class PartnerLoad: Sendable {
    /// What its bulk streams together may have with the store.
    let bulkPermits: Permits
    /// Of its calls, because it asks for too much.
    let refusals = TellTale(every: .seconds(1))
    /// What it asks a second.
    let rates = PartnerRates()
    private let connections = Atomic(0)
    private let calls = Atomic(0)

    init(limits: ServiceLimits) {
        bulkPermits = Permits(limits.bulkWindowOfOne)
    }

    var connectionCount: Int { connections.load(ordering: .relaxed) }
    var callCount: Int { calls.load(ordering: .relaxed) }

    func takeConnection(atMost limit: Int) -> Bool { PartnerLoad.take(connections, limit) }
    func releaseConnection() { connections.subtract(1, ordering: .relaxed) }
    func takeCall(atMost limit: Int) -> Bool { PartnerLoad.take(calls, limit) }
    func releaseCall() { calls.subtract(1, ordering: .relaxed) }

    private static func take(_ count: borrowing Atomic<Int>, _ limit: Int) -> Bool {
        if count.add(1, ordering: .relaxed).newValue <= limit { return true }
        count.subtract(1, ordering: .relaxed)
        return false
    }
}
