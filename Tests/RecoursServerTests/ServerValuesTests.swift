// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursWire
internal import Synchronization
internal import Testing

@testable import RecoursServer

@Suite("Recorded time")
struct WallClockTests {
    @Test("It never goes back, however the machine's clock is set")
    func monotonic() {
        let readings = Mutex([30, 10, 20, 40] as [Int64])
        let clock = WallClock(notBefore: Instant(millisecondsSince1970: 25)) {
            Instant(millisecondsSince1970: readings.withLock { $0.removeFirst() })
        }
        let recorded = (0..<4).map { _ in clock.reading().millisecondsSince1970 }
        #expect(recorded == [30, 30, 30, 40])
    }
}

@Suite("Serving status")
struct ServingStatusTests {
    @Test("A watcher gets the state at once and then each change; a drain wins over a full disk")
    func changes() async {
        let status = ServingStatus()
        var changes = status.changes().makeAsyncIterator()
        #expect(await changes.next()?.serving == .serving)
        status.setReadOnly(true)
        #expect(await changes.next()?.serving == .readOnly)
        status.setReadOnly(true)
        status.beginDrain()
        #expect(await changes.next()?.serving == .draining)
        status.setReadOnly(false)
        #expect(status.current == .draining)
    }

    @Test("A watcher that has gone is forgotten")
    func forgetting() async {
        let status = ServingStatus()
        let watcher = Task {
            for await _ in status.changes() {}
        }
        while status.watcherCount == 0 { await Task.yield() }
        watcher.cancel()
        await watcher.value
        #expect(status.watcherCount == 0)
    }
}

@Suite("Gathered results")
struct GatheredTests {
    @Test("Results come back in the order of what was asked, once all are there")
    func order() {
        let results = Gathered<Int>(count: 3)
        let completions = Mutex(0)
        results.whenComplete { completions.withLock { $0 += 1 } }
        results.put(30, at: 2)
        results.put(10, at: 0)
        results.put(11, at: 0)
        results.put(99, at: 3)
        #expect(completions.withLock { $0 } == 0)
        results.put(20, at: 1)
        #expect(completions.withLock { $0 } == 1)
        #expect(results.all() == [10, 20, 30])
    }

    @Test("Nothing asked is complete at once")
    func nothing() {
        let completions = Mutex(0)
        Gathered<Int>(count: 0).whenComplete { completions.withLock { $0 += 1 } }
        #expect(completions.withLock { $0 } == 1)
    }
}

@Suite("Faults")
struct FaultTests {
    private static func store(_ code: StoreError.Code) -> Fault {
        .store(StoreError(code: code, message: "secret path", remedy: "secret remedy"))
    }

    /// design.md §9, "Errors".
    static let table: [(Fault, RPCStatus.Code, String, Bool)] = [
        (.refusal(Refusal(.notFound)), .notFound, "NOT_FOUND", false),
        (.refusal(Refusal(.notAllowed)), .permissionDenied, "METHOD_NOT_ALLOWED", false),
        (
            .refusal(Refusal(.stateConflict(state: .answered, version: 4))),
            .failedPrecondition, "STATE_CONFLICT", false
        ),
        (.refusal(Refusal(.invalid([]))), .invalidArgument, "INVALID", false),
        (
            .conflict(.init(field: .idempotencyKey, earlier: CaseIdentifier(high: 1, low: 2))),
            .alreadyExists, "IDEMPOTENCY_CONFLICT", false
        ),
        (.notAPartner, .unauthenticated, "NOT_A_PARTNER", false),
        (.quota(.calls, limit: 9), .resourceExhausted, "QUOTA", true),
        (
            .overQuota(QuotaExcess(.casesPerDay, limit: 9, waitMilliseconds: 1)),
            .resourceExhausted, "QUOTA", true
        ),
        (.worksNotRead, .unavailable, "WORKS_NOT_READ", true),
        (.cursorExpired, .outOfRange, "CURSOR_EXPIRED", false),
        (store(.outcomeUnknown), .unavailable, "OUTCOME_UNKNOWN", true),
        (store(.storageFailed), .unavailable, "STORAGE_FAILED", true),
        (store(.unavailable), .unavailable, "STORAGE_UNAVAILABLE", true),
        (store(.storageFull), .resourceExhausted, "STORAGE_FULL", true),
        (store(.overloaded), .resourceExhausted, "OVERLOADED", true),
        (store(.closed), .unavailable, "DRAINING", true),
        (store(.corrupted), .dataLoss, "CORRUPTED", false),
        (store(.internalError), .internal, "INTERNAL", false),
    ]

    @Test("Each has its status, its reason and its retryability", arguments: table)
    func rows(fault: Fault, code: RPCStatus.Code, reason: String, isRetryable: Bool) {
        let status = RPCStatus(fault)
        #expect(status.code == code)
        #expect(
            status.details.first?.kind
                == .errorInfo(ErrorInfo(reason: reason, domain: "recours.v1")))
        let retries = status.details.contains {
            if case .retryInfo(let info)? = $0.kind { return info.retryAfterMs > 0 }
            return false
        }
        #expect(retries == isRetryable)
        #expect(!status.message.contains("secret"))
        #expect(!status.message.isEmpty)
    }

    @Test("A stranger's case and a case that isn't there are told in the same words")
    func sameWords() {
        #expect(RPCStatus(.notFound(.caseFile)) == RPCStatus(.refusal(Refusal(.notFound))))
    }

    @Test("A conflict carries what a program needs to go on")
    func details() {
        let conflict = RPCStatus(
            .refusal(Refusal(.stateConflict(state: .answered, version: 4))))
        #expect(
            conflict.details.last?.kind == .stateConflict(StateConflict(state: 7, version: 4)))
        let identifier = CaseIdentifier(high: 1, low: 2)
        let reuse = RPCStatus(
            .conflict(.init(field: .externalReference, earlier: identifier)))
        #expect(
            reuse.details.last?.kind
                == .idempotencyConflict(
                    .init(caseID: identifier.bytes, field: "external_ref")))
    }
}
