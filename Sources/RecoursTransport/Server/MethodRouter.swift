// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
package import RecoursMessages
package import RecoursWire

/// Which handler answers which method; filled once, before the server starts.
package struct MethodRouter: Sendable {
    /// One method's handler, with its types taken away. A class: each call holds it.
    final class Entry: Sendable {
        let method: MethodDescriptor
        let handler: Handler
        /// What the server's interceptor keeps of the method.
        let kept: (any Sendable & AnyObject)?

        init(_ method: MethodDescriptor, _ handler: Handler, kept: (any Sendable & AnyObject)?) {
            self.method = method
            self.handler = handler
            self.kept = kept
        }
    }

    /// Starts a handler on the event loop; nil if the call was answered without one.
    enum Handler: Sendable {
        /// One message each way: needs no queues.
        case unary(@Sendable (ServerCall, ByteBuffer) -> Task<Void, Never>?)
        /// Starts with the only request.
        case oneRequest(@Sendable (ServerCall, CallStreams, ByteBuffer) -> Task<Void, Never>?)
        /// Starts at OPEN.
        case manyRequests(@Sendable (ServerCall, CallStreams) -> Task<Void, Never>?)
    }

    private(set) var entries: [String: Entry] = [:]

    package init() {}

    /// A handler of one request and one response.
    package mutating func unary<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor,
        _ handler: @escaping @Sendable (Request, CallContext) async throws(RPCStatus) -> Response
    ) {
        promptUnary(method) { (request: Request, call: CallContext) in
            .later { () async throws(RPCStatus) in try await handler(request, call) }
        }
    }

    /// The same for a response that is encoded already.
    package mutating func unaryEncoded<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor,
        _ handler:
            @escaping @Sendable (Request, CallContext) async throws(RPCStatus) ->
            EncodedMessage<Response>
    ) {
        promptUnaryEncoded(method) { (request: Request, call: CallContext) in
            .later { () async throws(RPCStatus) in try await handler(request, call) }
        }
    }

    /// A handler of one request and one response that has its answer at once whenever it can: then
    /// the call is begun and ended on the event loop, and costs no task.
    package mutating func promptUnary<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor,
        _ handler: @escaping @Sendable (Request, CallContext) throws(RPCStatus) -> Reply<Response>
    ) {
        add(method, answering: handler) { call, response in call.ended(with: response) }
    }

    /// The same for a response that is encoded already.
    package mutating func promptUnaryEncoded<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor,
        _ handler:
            @escaping @Sendable (Request, CallContext) throws(RPCStatus) ->
            Reply<EncodedMessage<Response>>
    ) {
        add(method, answering: handler) { call, response in call.ended(encoded: response.bytes) }
    }

    /// A handler of one request and many responses.
    package mutating func serverStreaming<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor,
        _ handler:
            @escaping @Sendable (
                Request, OutboundMessages<Response>, CallContext
            ) async throws(RPCStatus) -> Void
    ) {
        add(
            method,
            .oneRequest { call, streams, bytes in
                guard let request = call.decoded(Request.self, bytes) else { return nil }
                return call.run { () async throws(RPCStatus) in
                    try await handler(
                        request, OutboundMessages(queue: streams.outbound), CallContext(call))
                }
            })
    }

    /// A handler of many requests and one response.
    package mutating func clientStreaming<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor,
        _ handler:
            @escaping @Sendable (
                InboundMessages<Request>, CallContext
            ) async throws(RPCStatus) -> Response
    ) {
        add(
            method,
            .manyRequests { call, streams in
                call.run { () async throws(RPCStatus) in
                    try await handler(
                        InboundMessages(streams.inbound, of: method), CallContext(call))
                } end: {
                    call.ended(with: $0)
                }
            })
    }

    /// A handler of many of both.
    package mutating func bidirectional<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor,
        _ handler:
            @escaping @Sendable (
                InboundMessages<Request>, OutboundMessages<Response>, CallContext
            ) async throws(RPCStatus) -> Void
    ) {
        add(
            method,
            .manyRequests { call, streams in
                call.run { () async throws(RPCStatus) in
                    try await handler(
                        InboundMessages(streams.inbound, of: method),
                        OutboundMessages(queue: streams.outbound), CallContext(call))
                }
            })
    }

    private mutating func add<Request: RecoursMessage, Response: Sendable>(
        _ method: MethodDescriptor,
        answering handler:
            @escaping @Sendable (Request, CallContext) throws(RPCStatus) -> Reply<Response>,
        _ end: @escaping @Sendable (ServerCall, Response) -> Void
    ) {
        add(
            method,
            .unary { call, bytes in
                // Decoded before a task begins: a waiting handler must not hold received bytes.
                guard let request = call.decoded(Request.self, bytes) else { return nil }
                do throws(RPCStatus) {
                    switch try handler(request, CallContext(call)) {
                    case .now(let response): end(call, response)
                    case .later(let work): return call.run(work) { end(call, $0) }
                    }
                } catch {
                    call.ended(error)
                }
                return nil
            })
    }

    private mutating func add(_ method: MethodDescriptor, _ handler: Handler) {
        entries[method.fullName] = Entry(method, handler, kept: nil)
    }

    /// The same methods, each with what an interceptor keeps of it.
    func prepared(for interceptor: any CallInterceptor) -> MethodRouter {
        var router = self
        router.entries = entries.mapValues { entry in
            Entry(entry.method, entry.handler, kept: interceptor.keep(entry.method))
        }
        return router
    }
}

extension ServerCall {
    /// The only request; a call whose request can't be decoded is ended here, and nil.
    fileprivate func decoded<Request: RecoursMessage>(_: Request.Type, _ bytes: ByteBuffer)
        -> Request?
    {
        do throws(RPCStatus) {
            return try Request(bytes, of: entry.method)
        } catch {
            ended(error)
            return nil
        }
    }

    /// Runs a handler whose responses are a stream.
    fileprivate func run(
        _ body: @escaping @Sendable () async throws(RPCStatus) -> Void
    ) -> Task<Void, Never> {
        run(body) { self.ended(.ok) }
    }
}

extension RecoursMessage {
    /// Decodes a request. What can't be decoded is the caller's fault: INVALID_ARGUMENT with the
    /// field's path, or RESOURCE_EXHAUSTED if it would take too much memory.
    init(_ bytes: ByteBuffer, of method: MethodDescriptor) throws(RPCStatus) {
        do throws(MessageError) {
            try self.init(decoding: bytes, unknownFields: method.unknownFields)
        } catch {
            throw RPCStatus(undecodable: error)
        }
    }
}

extension RPCStatus {
    /// What a request that cannot be decoded is answered with.
    package init(undecodable error: MessageError) {
        guard error.code != .tooLarge else {
            self.init(.resourceExhausted, "The request would take too much memory. \(error.remedy)")
            return
        }
        let code =
            switch error.code {
            case .unknownField: "UNKNOWN_FIELD"
            case .invalidUTF8: "INVALID_UTF8"
            case .malformed, .tooLarge: "MALFORMED"
            }
        let violation = FieldViolation(
            fieldPath: error.fieldPath, code: code, description: error.message)
        self = .invalidArgument(
            "The request cannot be read. \(error.remedy)", violations: [violation])
    }
}
