// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
package import RecoursMessages
package import RecoursWire

/// Which handler answers which method; filled once, before the server starts.
package struct MethodRouter: Sendable {
    /// One method's handler, with its types taken away. It returns the status the call ends with.
    struct Entry: Sendable {
        let method: MethodDescriptor
        let handler: Handler
    }

    enum Handler: Sendable {
        /// One message each way: needs no queues.
        case unary(@Sendable (ServerCall, ByteBuffer) async -> RPCStatus)
        /// Starts with the first request.
        case oneRequest(@Sendable (ServerCall, CallStreams, ByteBuffer) async -> RPCStatus)
        /// Starts at OPEN.
        case manyRequests(@Sendable (ServerCall, CallStreams) async -> RPCStatus)
    }

    private(set) var entries: [String: Entry] = [:]

    package init() {}

    /// A handler of one request and one response.
    package mutating func unary<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor,
        _ handler: @escaping @Sendable (Request, CallContext) async throws(RPCStatus) -> Response
    ) {
        add(
            method,
            .unary { call, bytes in
                await status { () async throws(RPCStatus) in
                    let request = try Request(bytes, of: method)
                    call.reply(try await handler(request, call.context))
                }
            })
    }

    /// The same for a response that is encoded already.
    package mutating func unaryEncoded<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor,
        _ handler: @escaping @Sendable (Request, CallContext) async throws(RPCStatus) ->
            EncodedMessage<Response>
    ) {
        add(
            method,
            .unary { call, bytes in
                await status { () async throws(RPCStatus) in
                    let request = try Request(bytes, of: method)
                    call.reply(encoded: try await handler(request, call.context).bytes)
                }
            })
    }

    /// A handler of one request and many responses.
    package mutating func serverStreaming<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor,
        _ handler: @escaping @Sendable (
            Request, OutboundMessages<Response>, CallContext
        ) async throws(RPCStatus) -> Void
    ) {
        add(
            method,
            .oneRequest { call, streams, bytes in
                await status { () async throws(RPCStatus) in
                    let request = try Request(bytes, of: method)
                    try await handler(
                        request, OutboundMessages(queue: streams.outbound), call.context)
                }
            })
    }

    /// A handler of many requests and one response.
    package mutating func clientStreaming<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor,
        _ handler: @escaping @Sendable (
            InboundMessages<Request>, CallContext
        ) async throws(RPCStatus) -> Response
    ) {
        add(
            method,
            .manyRequests { call, streams in
                await status { () async throws(RPCStatus) in
                    let requests = InboundMessages<Request>(streams.inbound, of: method)
                    call.reply(try await handler(requests, call.context))
                }
            })
    }

    /// A handler of many of both.
    package mutating func bidirectional<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor,
        _ handler: @escaping @Sendable (
            InboundMessages<Request>, OutboundMessages<Response>, CallContext
        ) async throws(RPCStatus) -> Void
    ) {
        add(
            method,
            .manyRequests { call, streams in
                await status { () async throws(RPCStatus) in
                    try await handler(
                        InboundMessages(streams.inbound, of: method),
                        OutboundMessages(queue: streams.outbound), call.context)
                }
            })
    }

    private mutating func add(_ method: MethodDescriptor, _ handler: Handler) {
        entries[method.fullName] = Entry(method: method, handler: handler)
    }
}

/// OK, or the status the body threw.
private func status(_ body: () async throws(RPCStatus) -> Void) async -> RPCStatus {
    do throws(RPCStatus) {
        try await body()
        return .ok
    } catch {
        return error
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
        self = .invalidArgument("The request cannot be read. \(error.remedy)", violations: [violation])
    }
}
