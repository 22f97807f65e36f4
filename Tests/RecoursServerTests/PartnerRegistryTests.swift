// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore
internal import Synchronization
internal import Testing

@testable import RecoursServer

@Suite("Partner registry")
struct PartnerRegistryTests {
    private let association = PartnerReference(kind: .association, slug: "ajc")
    private let platform = PartnerReference(kind: .platform, slug: "amazon")
    private let instant = Instant(millisecondsSince1970: 1)

    private func key(_ byte: UInt8) -> RecoursStore.BoundKey {
        BoundKey(
            spkiSHA256: [UInt8](repeating: byte, count: 32), notAfter: instant, instance: "main")
    }

    private func record(_ reference: PartnerReference, _ keys: [UInt8]) -> PartnerRecord {
        PartnerRecord(
            number: PartnerNumber(1), reference: reference, name: "A", siren: "",
            keys: keys.map(key), createdAt: instant)
    }

    private func admit(
        _ registry: PartnerRegistry, _ reference: PartnerReference, _ byte: UInt8,
        close: @escaping @Sendable () -> Void = {}
    ) throws(PartnerRegistry.Rejection) -> Peer {
        try registry.admit(
            reference, spkiSHA256: [UInt8](repeating: byte, count: 32),
            certificateNotAfter: instant, close: close)
    }

    @Test("A key admits the partner it is bound to, and no other")
    func admission() throws {
        let registry = PartnerRegistry(limits: ServiceLimits())
        registry.load([record(association, [1]), record(platform, [2])])
        #expect(try admit(registry, association, 1).reference == association)
        #expect(throws: PartnerRegistry.Rejection.unknownKey) { try admit(registry, platform, 1) }
        #expect(throws: PartnerRegistry.Rejection.unknownKey) { try admit(registry, platform, 3) }
    }

    @Test("Unbinding a key revokes and closes what lives on it, and nothing else")
    func revocation() throws {
        let registry = PartnerRegistry(limits: ServiceLimits())
        registry.load([record(association, [1, 2]), record(platform, [3])])
        let closed = Mutex<[UInt8]>([])
        let first = try admit(registry, association, 1) { closed.withLock { $0.append(1) } }
        let second = try admit(registry, association, 2) { closed.withLock { $0.append(2) } }
        let other = try admit(registry, platform, 3) { closed.withLock { $0.append(3) } }
        registry.replace(record(association, [2]))
        #expect(closed.withLock { $0 } == [1])
        #expect(first.isRevoked)
        #expect(!second.isRevoked)
        #expect(!other.isRevoked)
        #expect(throws: PartnerRegistry.Rejection.unknownKey) {
            try admit(registry, association, 1)
        }
    }

    @Test("A partner's connections share its bulk permits, a part of all, and others have theirs")
    func bulkPermits() throws {
        var limits = ServiceLimits()
        limits.bulkWindow = 2
        limits.bulkWindowTotal = 16
        let registry = PartnerRegistry(limits: limits)
        registry.load([record(association, [1, 2]), record(platform, [3])])
        let first = try admit(registry, association, 1)
        let second = try admit(registry, association, 2)
        let other = try admit(registry, platform, 3)
        for _ in 0..<4 { #expect(first.load.bulkPermits.takeNow()) }
        #expect(!second.load.bulkPermits.takeNow())
        #expect(other.load.bulkPermits.takeNow())
    }

    @Test("A partner's connections are counted together, whatever its key, until they leave")
    func connections() throws {
        var limits = ServiceLimits()
        limits.connectionsPerPartner = 2
        let registry = PartnerRegistry(limits: limits)
        registry.load([record(association, [1, 2])])
        let first = try admit(registry, association, 1)
        _ = try admit(registry, association, 2)
        #expect(throws: PartnerRegistry.Rejection.tooManyConnections) {
            try admit(registry, association, 1)
        }
        registry.leave(first)
        registry.leave(first)
        _ = try admit(registry, association, 1)
        #expect(throws: PartnerRegistry.Rejection.tooManyConnections) {
            try admit(registry, association, 1)
        }
        #expect(registry.connectionCount == 2)
    }
}
