// SPDX-License-Identifier: EUPL-1.2

internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

// Calls that wait for something to come.
extension ServiceCore {
    /// When a wait ends: after what was asked for, within the limit, and so that the answer is back
    /// before the deadline.
    func end(ofWait milliseconds: UInt32, _ call: CallContext) -> ContinuousClock.Instant {
        let asked = Int64(min(milliseconds, limits.pullWaitMilliseconds))
        guard let remaining = call.remainingMilliseconds else { return .now + .milliseconds(asked) }
        let left = Int64(clamping: remaining) - limits.pullMarginMilliseconds
        return .now + .milliseconds(max(0, min(asked, left)))
    }

    /// Waits for what the store waits for; a drain ends it, so that a restart waits for no puller.
    func wait(
        _ body: @escaping @Sendable (CaseStore) async throws(StoreError) -> Bool
    ) async throws(RPCStatus) -> Bool {
        let (store, status) = (store, status)
        let first = await withTaskGroup(of: Result<Bool, StoreError>.self) { group in
            group.addTask {
                do throws(StoreError) {
                    return .success(try await body(store))
                } catch {
                    return .failure(error)
                }
            }
            group.addTask {
                await status.waitForDrain()
                return .success(false)
            }
            let first = await group.next()
            group.cancelAll()
            return first
        }
        switch first {
        case .success(let grown)?: return grown
        case .failure(let error)?: throw RPCStatus(.store(error))
        case nil: return false
        }
    }
}
