// SPDX-License-Identifier: EUPL-1.2

/// So many pieces of work, of so many bytes in all.
struct WorkAmount {
    static let none = WorkAmount(count: 0, bytes: 0)

    var count: Int
    var bytes: Int

    /// Whether one more piece keeps to this amount, where `held` is there already. One is always
    /// let in, whatever its size: a limit must not be a deadlock.
    func hasRoom(for bytes: Int, beside held: WorkAmount) -> Bool {
        held.count < count && (held.count == 0 || held.bytes <= self.bytes - bytes)
    }

    func eighths(_ eighths: Int) -> WorkAmount {
        WorkAmount(count: max(1, count / 8 * eighths), bytes: max(1, bytes / 8 * eighths))
    }

    mutating func add(_ bytes: Int) {
        count += 1
        self.bytes += bytes
    }

    mutating func remove(_ bytes: Int) {
        count -= 1
        self.bytes -= bytes
    }
}
