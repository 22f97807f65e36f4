// SPDX-License-Identifier: EUPL-1.2

import RecoursStore
import Testing

@testable import RecoursServer

@Suite("When a file is looked at again")
struct ScanAttemptsTests {
    private static let files = (1...9).map { EvidenceIdentifier(high: 1, low: $0) }

    @Test("Its pauses double up to an hour, and keep no other file waiting")
    func doubling() {
        var attempts = ScanAttempts()
        let (one, other) = (Self.files[0], Self.files[1])
        var now: Int64 = 0
        var pauses: [Int64] = []
        for _ in 0..<15 {
            #expect(attempts.isDue(one, at: now))
            pauses.append(attempts.fail(one, at: now))
            #expect(!attempts.isDue(one, at: now))
            attempts.succeed(other)
            #expect(attempts.isDue(other, at: now))
            now = attempts.next ?? -1
        }
        #expect(pauses.prefix(4) == [1_000, 2_000, 4_000, 8_000])
        #expect(pauses.suffix(2) == [3_600_000, 3_600_000])
        attempts.succeed(one)
        #expect(attempts.next == nil && attempts.isDue(one, at: now))
    }

    @Test("Several failures on end are the scanner's, and all wait until one succeeds")
    func common() {
        var attempts = ScanAttempts()
        for file in Self.files.prefix(3) { _ = attempts.fail(file, at: 0) }
        #expect(attempts.isDue(Self.files[8], at: 0))
        #expect(attempts.fail(Self.files[3], at: 0) == 1_000)
        #expect(!attempts.isDue(Self.files[8], at: 999))
        #expect(attempts.isDue(Self.files[8], at: 1_000))
        for _ in 0..<20 { _ = attempts.fail(Self.files[4], at: 1_000) }
        #expect(!attempts.isDue(Self.files[8], at: 300_999))
        attempts.succeed(Self.files[8])
        #expect(attempts.isDue(Self.files[7], at: 1_000))
    }

    @Test("A file that is gone is forgotten")
    func forgetting() {
        var attempts = ScanAttempts()
        _ = attempts.fail(Self.files[0], at: 0)
        attempts.keepOnly([])
        #expect(attempts.next == nil)
    }
}
