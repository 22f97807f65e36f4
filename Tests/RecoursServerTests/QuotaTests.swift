// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer
@testable import RecoursStore

@Suite("Quotas", .timeLimit(.minutes(1)))
struct QuotaTests {
    private static func at(_ milliseconds: UInt64) -> Uptime {
        Uptime(nanoseconds: milliseconds * 1_000_000)
    }

    @Test("A bucket gives its burst at once, then so much a second, and debts are waited for")
    func bucket() {
        var bucket = TokenBucket(perSecond: 10, burst: 20, at: Self.at(0))
        for _ in 0..<20 { #expect(bucket.take(1, at: Self.at(0)) == nil) }
        #expect(bucket.take(1, at: Self.at(0)) != nil)
        #expect(bucket.take(1, at: Self.at(100)) == nil)
        #expect(bucket.take(1, at: Self.at(100)) != nil)
        bucket.spend(50, at: Self.at(1_000))
        let wait = bucket.take(1, at: Self.at(1_000)) ?? 0
        #expect((4_000...4_200).contains(wait), "\(wait)")
        #expect(bucket.take(1, at: Self.at(1_000 + wait + 1)) == nil)
        // However long it was: no more than the burst.
        for _ in 0..<20 { #expect(bucket.take(1, at: Self.at(900_000)) == nil) }
        #expect(bucket.take(1, at: Self.at(900_000)) != nil)
    }

    @Test("Calls are held to the limit of their kind, and pay for answers afterwards")
    func rates() {
        let rates = PartnerRates()
        #expect(!rates.areLimited)
        rates.set(
            [.writesPerSecond: 1, .readUnitsPerSecond: 2, .bytesPerSecond: 100_000],
            at: Self.at(0))
        #expect(rates.areLimited)
        #expect(rates.begin(.critical, at: Self.at(0)) == nil)
        let excess = rates.begin(.critical, at: Self.at(0))
        #expect(excess?.quota == .writesPerSecond)
        #expect(excess?.limit == 1)
        #expect((excess?.waitMilliseconds ?? 0) > 0)
        // Streams are taken more slowly instead.
        #expect(rates.begin(.paced, at: Self.at(0)) == nil)
        #expect(rates.begin(.normal, at: Self.at(0)) == nil)
        rates.end(.normal, requestBytes: 0, responseBytes: 40_960, at: Self.at(0))
        #expect(rates.begin(.sheddable, at: Self.at(1_000))?.quota == .readUnitsPerSecond)
        #expect(rates.begin(.sheddable, at: Self.at(6_000)) == nil)
        rates.end(.critical, requestBytes: 300_000, responseBytes: 0, at: Self.at(6_000))
        #expect(rates.begin(.critical, at: Self.at(6_100))?.quota == .bytesPerSecond)
        rates.set([:], at: Self.at(6_100))
        #expect(!rates.areLimited)
    }

    private static func submission(_ reference: String) -> SubmitCaseRequest {
        SubmitCaseRequest(draft: Sample.draft(reference))
    }

    private static func set(
        _ quotas: [String: UInt64], _ root: ClientConnection
    ) async throws -> [PartnerLimit] {
        let answer: SetQuotasResponse = try await root.call(
            PartnerServiceMethods.setQuotas,
            SetQuotasRequest(
                kind: .association, slug: "ajc",
                quotas: quotas.map { QuotaLimit(name: $0.key, limit: $0.value) }))
        return answer.limits
    }

    @Test("A day's quota that is used up is told with its limit and when to come again")
    func daily() async throws {
        let world = try await World()
        let root = try await world.connect(world.operators)
        let association = try await world.join(.association, "ajc")
        try await world.mandate("ajc")
        let set = try await Self.set(["cases_per_day": 1], root)
        #expect(set.first { $0.name == "cases_per_day" }?.own == true)
        let _: SubmitCaseResponse = try await association.call(
            CaseServiceMethods.submitCase, Self.submission("1"), key: Sample.key())
        let status = await association.failure(
            CaseServiceMethods.submitCase, Self.submission("2"), key: Sample.key())
        #expect(status.code == .resourceExhausted)
        #expect(status.reason == "QUOTA")
        let kinds = status.details.compactMap(\.kind)
        #expect(kinds.contains(.quotaFailure(QuotaFailure(quota: "cases_per_day", limit: 1))))
        let waits = kinds.contains { kind in
            guard case .retryInfo(let info) = kind else { return false }
            return (1...86_400_000).contains(info.retryAfterMs)
        }
        #expect(waits)
        let told: GetLimitsResponse = try await association.call(
            PartnerServiceMethods.getLimits, GetLimitsRequest())
        let cases = told.limits.first { $0.name == "cases_per_day" }
        #expect(cases == PartnerLimit(name: "cases_per_day", limit: 1, used: 1, own: true))
        #expect(told.limits.first { $0.name == "calls" }?.used == 1)
        #expect(told.limits.first { $0.name == "connections" }?.limit == 64)
        await world.stop()
    }

    @Test("A rate holds at once on open connections; a stream is taken more slowly, not refused")
    func rate() async throws {
        let world = try await World()
        let root = try await world.connect(world.operators)
        let association = try await world.join(.association, "ajc")
        try await world.mandate("ajc")
        _ = try await Self.set(["writes_per_second": 20, "write_burst": 20], root)
        var refused = 0
        for number in 0..<40 {
            let status = await association.failure(
                CaseServiceMethods.submitCase, Self.submission("s\(number)"), key: Sample.key())
            if status.code == .resourceExhausted { refused += 1 }
        }
        #expect(refused > 0)
        let begun = ContinuousClock.now
        let stream: StreamingCall<SubmitCasesItem, SubmitCasesResult> =
            try await association.streaming(
                CaseServiceMethods.submitCases, CallOptions(timeout: .seconds(30)))
        for number in UInt64(0)..<50 {
            try await stream.send(
                SubmitCasesItem(
                    clientSequence: number, idempotencyKey: Sample.key(),
                    draft: Sample.draft("b\(number)")))
        }
        stream.finishSending()
        var receipts = 0
        for try await result in stream.responses {
            if case .receipt = result.outcome { receipts += 1 }
        }
        #expect(receipts == 50)
        // Thirty are beyond the burst, if that is whole again by then.
        #expect(ContinuousClock.now - begun >= .milliseconds(1_300))
        await world.stop()
    }

    @Test("Only the operator sets limits, and sees others'; a wrong one is refused by its place")
    func authority() async throws {
        let world = try await World()
        let root = try await world.connect(world.operators)
        let association = try await world.join(.association, "ajc")
        _ = try await world.join(.platform, "amazon")
        let others = GetLimitsRequest(kind: .platform, slug: "amazon")
        let hidden = await association.failure(PartnerServiceMethods.getLimits, others)
        #expect(hidden.code == .notFound)
        let missing = await association.failure(
            PartnerServiceMethods.getLimits, GetLimitsRequest(kind: .platform, slug: "nobody"))
        #expect(missing.message == hidden.message)
        let _: GetLimitsResponse = try await root.call(PartnerServiceMethods.getLimits, others)
        let wrong = await root.failure(
            PartnerServiceMethods.setQuotas,
            SetQuotasRequest(
                kind: .platform, slug: "amazon",
                quotas: [
                    QuotaLimit(name: "cases_per_day", limit: 1),
                    QuotaLimit(name: "wishes", limit: .max),
                ]))
        #expect(wrong.code == .invalidArgument)
        #expect(wrong.violations.map(\.fieldPath) == ["quotas[1].name"])
        await world.stop()
    }
}
