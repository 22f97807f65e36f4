// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
package import RecoursMessages
internal import RecoursWire

/// A running call of which at least one side is a stream. May be kept and used from any task.
package struct StreamingCall<Request: RecoursMessage, Response: RecoursMessage>: Sendable {
    /// The responses as they come. Reading one gives its bytes of credit back.
    package struct Responses: AsyncSequence, Sendable {
        package typealias Element = Response
        package typealias Failure = CallFailure
        fileprivate let queue: InboundQueue<CallFailure>

        package func makeAsyncIterator() -> Iterator { Iterator(queue: queue) }

        package struct Iterator: AsyncIteratorProtocol {
            fileprivate let queue: InboundQueue<CallFailure>

            package mutating func next(
                isolation actor: isolated (any Actor)?
            ) async throws(CallFailure) -> Response? {
                guard let bytes = try await queue.next() else { return nil }
                do throws(MessageError) {
                    return try Response(decoding: bytes)
                } catch {
                    throw .undecodable(error)
                }
            }
        }
    }

    private let call: ClientCall
    private let streams: ClientStreams

    init(_ call: ClientCall, _ streams: ClientStreams) {
        self.call = call
        self.streams = streams
    }

    package var responses: Responses { Responses(queue: streams.inbound) }

    /// Sends one request; waits while the server does not take them. Throws as soon as the call has
    /// ended, whatever was still to be sent.
    package func send(_ request: Request) async throws(CallFailure) {
        var bytes = ByteBuffer()
        request.encode(into: &bytes)
        try await streams.outbound.send(bytes)
    }

    /// Says that no more requests follow.
    package func finishSending() {
        call.finishSending()
    }

    /// Abandons the call; nothing happens if it is over.
    package func cancel() {
        call.cancel()
    }

    /// The response of a method that has one.
    package func onlyResponse() async throws(CallFailure) -> Response {
        var iterator = responses.makeAsyncIterator()
        guard let response = try await iterator.next(isolation: nil) else {
            throw CallFailure(
                .init(.internal, "The server ended the call without an answer."), origin: .local)
        }
        // The status follows the response; it may still be a failure.
        while try await iterator.next(isolation: nil) != nil {}
        return response
    }
}
