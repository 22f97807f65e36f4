// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
package import RecoursMessages
internal import RecoursWire

/// Where a streaming handler writes its responses.
package struct OutboundMessages<Message: RecoursMessage>: Sendable {
    private let queue: OutboundQueue<RPCStatus>

    init(queue: OutboundQueue<RPCStatus>) {
        self.queue = queue
    }

    /// Sends one response; waits while the client does not take them. Throws as soon as the client
    /// has cancelled, the deadline has passed or the connection is lost.
    package func send(_ message: Message) async throws(RPCStatus) {
        var bytes = ByteBuffer()
        message.encode(into: &bytes)
        try await queue.send(bytes)
    }

    /// The same for a response that is encoded already.
    package func send(_ message: EncodedMessage<Message>) async throws(RPCStatus) {
        try await queue.send(message.bytes)
    }

    /// Sends one response without waiting, from any thread: for results that come on a thread which
    /// must not wait. False, and nothing sent, while 64 KiB of the call's lie unsent; throws as
    /// `send`.
    package func trySend(_ message: Message) throws(RPCStatus) -> Bool {
        var bytes = ByteBuffer()
        message.encode(into: &bytes)
        return try queue.trySend(bytes)
    }
}
