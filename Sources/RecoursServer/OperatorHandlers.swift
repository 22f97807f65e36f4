// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `OperatorService`: the server's own time, and its backups.
struct OperatorHandlers: OperatorServiceHandling {
    /// What one call may ask for: a simulation's longest, and far inside the calendar.
    private static let longestAdvanceMilliseconds: Int64 = 10 * 366 * 86_400_000

    let core: ServiceCore
    let sweeper: Sweeper
    let backups: BackupDesk

    func getClock(
        _ request: GetClockRequest, _ call: CallContext
    ) async throws(RPCStatus) -> GetClockResponse {
        let next = try await core.read { () async throws(StoreError) in
            try await core.store.alarms(
                after: AlarmPosition(
                    after: Instant(millisecondsSince1970: CaseRecord.unknownAlarm)),
                upTo: Instant(millisecondsSince1970: .max), limit: 1)
        }
        return GetClockResponse(
            nowMs: core.clock.reading().millisecondsSince1970,
            machineMs: WallClock.system().millisecondsSince1970, sandbox: core.isSandbox,
            held: core.clock.isHolding, nextAlarmMs: next.first?.position.atMilliseconds ?? 0)
    }

    func advanceClock(
        _ request: AdvanceClockRequest, _ call: CallContext
    ) async throws(RPCStatus) -> AdvanceClockResponse {
        guard core.isSandbox else { throw RPCStatus(.noSandbox) }
        let target = try target(of: request)
        let sweeper = sweeper
        // A task of its own: a caller that goes away must not leave the clock half-way.
        let advance = await Task { () async -> Result<Sweeper.Advance, StoreError> in
            do throws(StoreError) {
                return .success(try await sweeper.advance(to: target))
            } catch {
                return .failure(error)
            }
        }.value
        switch advance {
        case .success(let advance):
            return AdvanceClockResponse(
                nowMs: advance.now.millisecondsSince1970, acted: UInt64(advance.acted))
        case .failure(let error): throw RPCStatus(.store(error))
        }
    }

    private func target(of request: AdvanceClockRequest) throws(RPCStatus) -> Instant {
        let now = core.clock.reading().millisecondsSince1970
        let longest = Self.longestAdvanceMilliseconds
        switch request.target {
        case .byMs(let milliseconds):
            guard milliseconds > 0 else { throw .invalid("by_ms", .tooSmall) }
            guard milliseconds <= longest else { throw .invalid("by_ms", .tooLarge) }
            return Instant(millisecondsSince1970: now + milliseconds)
        case .toMs(let milliseconds):
            guard milliseconds >= now else { throw .invalid("to_ms", .dateInPast) }
            guard milliseconds - now <= longest else { throw .invalid("to_ms", .dateTooFar) }
            return Instant(millisecondsSince1970: milliseconds)
        case nil: throw .invalid("target", .required)
        }
    }

    // MARK: Backups

    func backUp(
        _ request: BackUpRequest, _ responses: OutboundMessages<RecoursMessages.BackUpProgress>,
        _ call: CallContext
    ) async throws(RPCStatus) {
        for await news in try backups.begin() {
            switch news {
            case .progress(let progress): try await responses.send(.init(progress))
            case .made(let made): try await responses.send(.init(made))
            case .failed(let error): throw RPCStatus(.store(error))
            }
        }
    }
}

extension RecoursMessages.BackUpProgress {
    fileprivate init(_ progress: BackupProgress) {
        let stage: BackUpStage =
            switch progress.stage {
            case .database: .database
            case .evidence: .evidence
            // A backup that is made is hashed as it is examined.
            case .examination, .hashing: .examination
            }
        self.init(stage: stage, done: progress.done, total: progress.total)
    }

    fileprivate init(_ made: BackupMaker.Made) {
        let counts = made.manifest.counts
        self.init(
            stage: .examination, done: counts.cases, total: counts.cases,
            result: BackUpResult(
                name: made.name, cases: counts.cases, events: counts.events,
                files: counts.files, bytes: made.databaseBytes))
    }
}
