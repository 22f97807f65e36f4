// SPDX-License-Identifier: EUPL-1.2

package import RecoursMessages
internal import RecoursWire

/// The requests of a streaming call, in order. Reading one gives its bytes of credit back.
package struct InboundMessages<Message: RecoursMessage>: AsyncSequence, Sendable {
    package typealias Element = Message
    package typealias Failure = RPCStatus

    private let queue: InboundQueue<RPCStatus>
    private let method: MethodDescriptor

    init(_ queue: InboundQueue<RPCStatus>, of method: MethodDescriptor) {
        self.queue = queue
        self.method = method
    }

    /// The next request; nil after the last. Throws how the call ended if it ended before that, or
    /// INVALID_ARGUMENT for a request that cannot be read.
    package func next() async throws(RPCStatus) -> Message? {
        guard let bytes = try await queue.next() else { return nil }
        return try Message(bytes, of: method)
    }

    package func makeAsyncIterator() -> Iterator { Iterator(messages: self) }

    package struct Iterator: AsyncIteratorProtocol {
        let messages: InboundMessages

        package mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(RPCStatus) -> Message? {
            try await messages.next()
        }
    }
}
