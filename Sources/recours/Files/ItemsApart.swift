// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import RecoursMessages
internal import Synchronization

/// Items read away from the tasks' threads: a crawler may say nothing for minutes, and whoever
/// waits for it must not keep the answers to what it said before from being heard.
final class ItemsApart<Column: TableColumn, Message: RecoursMessage>: Sendable {
    private let source: ItemFile<Column, Message>
    /// Nil until the first item is asked for.
    private let reader = Mutex<ItemReader<Column, Message>?>(nil)

    init(_ source: ItemFile<Column, Message>) {
        self.source = source
    }

    /// The next item; nil after the last. Throws `CommandError`.
    func next() async throws -> LineItem<Message>? {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try self.read() })
            }
        }
    }

    private func read() throws -> LineItem<Message>? {
        try reader.withLock { reader in
            if reader == nil { reader = try source.reader() }
            return try reader?.next()
        }
    }
}
