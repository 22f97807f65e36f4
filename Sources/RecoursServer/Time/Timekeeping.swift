// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import RecoursCases
internal import RecoursStore

/// What a server settles about time before it serves.
enum Timekeeping {
    /// Goes on from where the store's time has got to, and finds out whether the server was away.
    ///
    /// - Throws: `unsafeSettings` for a sandbox's store without the setting that makes it one.
    static func start(
        _ store: CaseStore, _ clock: WallClock, isSandbox: Bool, graceMilliseconds: Int64,
        _ logger: Logger
    ) async throws(StoreError) -> LongStop? {
        let marks = try await store.marks()
        let ahead = marks[.clockOffset] ?? 0
        guard isSandbox || ahead == 0 else { throw .sandboxStore(aheadMilliseconds: ahead) }
        let recorded = Instant(
            millisecondsSince1970: max(marks[.recordedTime] ?? 0, marks[.heartbeat] ?? 0))
        clock.start(notBefore: recorded, aheadMilliseconds: ahead)
        if isSandbox {
            logger.warning(
                "this is a SANDBOX: its time can be moved, and it is no place for real cases",
                metadata: ["aheadSeconds": "\(ahead / 1_000)"])
        }
        let now = clock.reading()
        let found = LongStop.atStart(marks, now: now, graceMilliseconds: graceMilliseconds)
        if let stop = found.stop {
            logger.notice(
                "back after a long stop: deadlines that ended meanwhile are acted on later",
                metadata: [
                    "awaySeconds": "\(seconds(from: stop.began, to: stop.ended))",
                    "inSeconds": "\(seconds(from: now, to: stop.graceEnds))",
                ])
        }
        var kept = found.marks
        kept[.heartbeat] = now.millisecondsSince1970
        do throws(StoreError) {
            try await store.raise(kept)
        } catch {
            // A full disk is no reason not to serve reads; it is told at every write.
            guard error.code == .storageFull else { throw error }
            logger.warning("no heartbeat was kept", metadata: ["error": "\(error)"])
        }
        return found.stop
    }

    private static func seconds(from start: Instant, to end: Instant) -> Int64 {
        (end.millisecondsSince1970 - start.millisecondsSince1970) / 1_000
    }
}

extension StoreError {
    fileprivate static func sandboxStore(aheadMilliseconds: Int64) -> StoreError {
        StoreError(
            code: .unsafeSettings,
            message: "The store is a sandbox's: its time is "
                + "\(aheadMilliseconds / 1_000) seconds ahead of the machine's",
            remedy: "Set clock.sandbox, or give this server another store.")
    }
}
