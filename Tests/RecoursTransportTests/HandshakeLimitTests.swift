// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursWire
import Testing

@testable import RecoursTransport

@Suite("Limits of handshakes")
struct HandshakeLimitTests {
    private static func network(_ address: String) throws -> PeerNetwork {
        // As the system writes it.
        PeerNetwork(try SocketAddress(ipAddress: address, port: 1).ipAddress)
    }

    private static func at(_ seconds: Double) -> MonotonicInstant {
        MonotonicInstant(nanoseconds: UInt64(1e12 + seconds * 1e9))
    }

    private static func gate(inAll: Int = 100, perNetwork: Int = 3, perSecond: Int = 2)
        -> HandshakeGate
    {
        HandshakeGate(
            limits: .init(
                inAll: inAll, perNetwork: perNetwork, perNetworkPerSecond: perSecond))
    }

    @Test("A network is an IPv4 address, mapped or not, or 64 bits of IPv6")
    func networks() throws {
        #expect(try Self.network("192.0.2.1") == Self.network("::ffff:192.0.2.1"))
        #expect(try Self.network("192.0.2.1") != Self.network("192.0.2.2"))
        #expect(try Self.network("2001:db8:1:2::1") == Self.network("2001:db8:1:2:ffff::9"))
        #expect(try Self.network("2001:db8:1:2::1") != Self.network("2001:db8:1:3::1"))
        #expect(try Self.network("::1") != Self.network("0.0.0.0"))
        #expect(PeerNetwork(nil) == PeerNetwork(nil))
    }

    @Test("One network's handshakes in progress are bounded, and hold up no other")
    func perNetwork() throws {
        var gate = Self.gate(perSecond: 100)
        let (one, other) = (try Self.network("192.0.2.1"), try Self.network("192.0.2.2"))
        let begun = (0..<5).map { _ in gate.begin(from: one, at: Self.at(0)) }
        #expect(begun == [true, true, true, false, false])
        let isOtherFree = gate.begin(from: other, at: Self.at(0))
        #expect(isOtherFree && gate.inProgress == 4)
        gate.end(from: one)
        let again = (0..<2).map { _ in gate.begin(from: one, at: Self.at(0)) }
        #expect(again == [true, false])
    }

    @Test("One network's handshakes a second are bounded; four seconds' worth come at once")
    func perSecond() throws {
        var gate = Self.gate()
        let one = try Self.network("192.0.2.1")
        func count(_ tries: Int, at seconds: Double) -> Int {
            (0..<tries).count { _ in
                let isFree = gate.begin(from: one, at: Self.at(seconds))
                if isFree { gate.end(from: one) }
                return isFree
            }
        }
        #expect(count(20, at: 0) == 8)
        #expect(count(20, at: 0.4) == 0)
        #expect(count(20, at: 1.6) == 3)
        #expect(count(20, at: 1_000) == 8)
    }

    @Test("Handshakes in progress are bounded in all; one that ended twice counts once")
    func inAll() throws {
        var gate = Self.gate(inAll: 2)
        let networks = try (1...4).map { try Self.network("192.0.2.\($0)") }
        let begun = networks.map { gate.begin(from: $0, at: Self.at(0)) }
        #expect(begun == [true, true, false, false])
        gate.end(from: networks[0])
        gate.end(from: networks[0])
        gate.end(from: networks[3])
        #expect(gate.inProgress == 1)
    }

    @Test("Networks are forgotten once there is nothing to remember of them")
    func forgetting() throws {
        var gate = Self.gate(inAll: 1_000_000)
        for number in 0..<20_000 {
            let network = try Self.network("10.\(number / 256 % 256).\(number % 256).1")
            let isFree = gate.begin(from: network, at: Self.at(Double(number) / 100))
            #expect(isFree)
            gate.end(from: network)
        }
        // Each is remembered for half a second, so fifty would do.
        #expect(gate.networkCount < 2_048)
    }

    @Test("As long as calls keep the thread busy, handshakes rest nine times what they took")
    func budget() {
        let window = HandshakeBudget.windowNanoseconds
        var budget = HandshakeBudget(percent: 10, now: 0, used: 0)
        #expect(budget.rest(after: 1_000, now: 10, used: 1_000) == 0, "Nothing is known yet")
        // The window's other half was used by calls.
        #expect(budget.rest(after: 1_000, now: window, used: window / 2) == 9_000)
        #expect(budget.isBusy)
        #expect(budget.rest(after: 2_000, now: window + 10, used: window / 2 + 10) == 18_000)
        // In the next one only handshakes used it.
        let spent = window * 9 / 10
        #expect(budget.rest(after: spent, now: 2 * window, used: window / 2 + spent) == 0)
        #expect(!budget.isBusy)
    }

    @Test("A hundred percent never rest")
    func unbounded() {
        let window = HandshakeBudget.windowNanoseconds
        var budget = HandshakeBudget(percent: 100, now: 0, used: 0)
        #expect(budget.rest(after: 1_000, now: window, used: window) == 0)
        #expect(budget.isBusy)
    }
}
