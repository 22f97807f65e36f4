// SPDX-License-Identifier: EUPL-1.2

internal import RecoursStore

extension DaemonError {
    /// A store that would not open, with the exit status that tells the service manager what to do.
    init(_ error: StoreError) {
        let code: Code =
            switch error.code {
            case .locked: .storeLocked
            case .newerSchema, .incomplete: .badData
            case .unsafeSettings: .configuration
            case .outcomeUnknown, .storageFull, .storageFailed, .overloaded, .closed, .corrupted,
                .unavailable, .internalError:
                .storage
            }
        let because = error.cause.map { " (\($0))" } ?? ""
        self.init(code: code, message: error.message + because, remedy: error.remedy)
    }

    /// Runs what a store does, and says its errors in the daemon's words.
    static func translating<Value>(
        _ body: () throws(StoreError) -> Value
    ) throws(DaemonError) -> Value {
        do throws(StoreError) {
            return try body()
        } catch {
            throw DaemonError(error)
        }
    }
}
