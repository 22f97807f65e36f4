// SPDX-License-Identifier: EUPL-1.2

import Logging
import RecoursWire
import Testing

@testable import RecoursServer

@Suite("Refusals in the log")
struct RefusalLogTests {
    private static func second(_ number: Double) -> MonotonicInstant {
        MonotonicInstant(nanoseconds: UInt64(1e12 + number * 1e9))
    }

    @Test("A flood gets twenty lines, then one a second which tells how many there were between")
    func budget() {
        var budget = RefusalLog.Budget()
        let first = (0..<100).map { _ in budget.take(at: Self.second(0)) }
        #expect(first.prefix(20).allSatisfy { $0 == 0 })
        #expect(first.dropFirst(20).allSatisfy { $0 == nil })
        #expect(budget.take(at: Self.second(0.9)) == nil)
        #expect(budget.take(at: Self.second(1.1)) == 81)
        #expect(budget.take(at: Self.second(1.2)) == nil)
        // Never more than twenty are saved up.
        let later = (0..<30).compactMap { _ in budget.take(at: Self.second(1_000)) }
        #expect(later.count == 20 && later.first == 1)
    }

    @Test("A certificate is named by its fingerprint and is a notice; noise does not hide it")
    func certificate() throws {
        let lines = LogLines()
        var logger = lines.logger
        logger.logLevel = .info
        let log = RefusalLog(logger: logger)
        for _ in 0..<1_000 {
            log.note("protocol_violation", address: "192.0.2.1:1", fingerprint: nil)
            log.note("closed", address: "192.0.2.1:2", fingerprint: nil)
        }
        log.note(
            "revoked", address: "192.0.2.9:9", fingerprint: [UInt8](repeating: 0xAB, count: 32),
            detail: "certificate revoked")
        let all = lines.all
        #expect((21...40).contains(all.count), "\(all.count)")
        let last = try #require(all.last)
        #expect(last.contains("notice"))
        #expect(last.contains(String(repeating: "ab", count: 32)))
        #expect(last.contains("192.0.2.9:9") && last.contains("certificate revoked"))
        #expect(all.first?.contains("info") == true)
    }
}
