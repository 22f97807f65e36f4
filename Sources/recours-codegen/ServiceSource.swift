// SPDX-License-Identifier: EUPL-1.2

/// Writes a service's table of methods, the protocol its handlers conform to, and its typed client.
struct ServiceSource {
    let service: Schema.Service
    let schema: Schema
    let encodedReplies: Set<String>
    let promptReplies: Set<String>

    private var table: String { "\(service.name)Methods" }

    private func fullName(_ method: Schema.Method) -> String {
        "\(service.origin.package).\(service.name)/\(method.name)"
    }

    private func type(_ fullName: String) -> String {
        schema.message(fullName)?.swiftName ?? fullName
    }

    private func isEncoded(_ method: Schema.Method) -> Bool {
        encodedReplies.contains("\(service.name)/\(method.name)")
    }

    private func isPrompt(_ method: Schema.Method) -> Bool {
        promptReplies.contains("\(service.name)/\(method.name)")
    }

    private func reply(_ method: Schema.Method) -> String {
        let message =
            isEncoded(method) ? "EncodedMessage<\(type(method.response))>" : type(method.response)
        return isPrompt(method) ? "Reply<\(message)>" : message
    }

    private func effects(_ method: Schema.Method) -> String {
        isPrompt(method) ? "throws(RPCStatus)" : "async throws(RPCStatus)"
    }

    // MARK: Methods

    var methods: String {
        var out = SourceText(from: service.origin.file, imports: [])
        out.line("/// The methods of `\(service.origin.package).\(service.name)`.")
        out.block("package enum \(table)") { out in
            for method in service.methods {
                out.document(method.comment, otherwise: "`\(fullName(method))`.")
                out.line("package static let \(Naming.method(method.name)) = MethodDescriptor(")
                out.indented { out in
                    out.line("fullName: \"\(fullName(method))\",")
                    out.line(
                        "shape: .\(method.shape.rawValue), repeatability: .\(method.repeatability))"
                    )
                }
            }
            out.line()
            out.line("/// All of them, in the schema's order.")
            out.block("package static var all: [MethodDescriptor]") { out in
                out.line("[")
                out.indented { out in
                    for method in service.methods {
                        out.line("\(Naming.method(method.name)),")
                    }
                }
                out.line("]")
            }
        }
        return out.text
    }

    // MARK: Server

    var server: String {
        var out = SourceText(
            from: service.origin.file,
            imports: ["package import RecoursMessages", "package import RecoursTransport"])
        out.document(service.comment, otherwise: "What `\(service.name)` asks of a server.")
        out.block("package protocol \(service.name)Handling: Sendable") { out in
            for (index, method) in service.methods.enumerated() {
                if index > 0 { out.line() }
                out.document(method.comment, otherwise: "Answers `\(fullName(method))`.")
                out.line("func \(Naming.method(method.name))(")
                out.indented { out in
                    for (index, parameter) in handlerParameters(method).enumerated() {
                        let comma = index < handlerParameters(method).count - 1 ? "," : ""
                        out.line("_ \(parameter.name): \(parameter.type)\(comma)")
                    }
                }
                out.line(") \(effects(method))\(handlerResult(method))")
            }
        }
        out.line()
        out.block("extension \(service.name)Handling") { out in
            out.line("/// Adds the service's methods to a router.")
            out.block("package func register(in router: inout MethodRouter)") { out in
                service.methods.forEach { route(&out, $0) }
            }
        }
        return out.text
    }

    private func route(_ out: inout SourceText, _ method: Schema.Method) {
        let shape = isEncoded(method) ? "unaryEncoded" : method.shape.rawValue
        let call = isPrompt(method) ? "promptU" + shape.dropFirst() : shape
        let wait = isPrompt(method) ? "try" : "try await"
        let name = Naming.method(method.name)
        let parameters = handlerParameters(method)
        out.line("router.\(call)(\(table).\(name)) {")
        out.indented { out in
            let list = parameters.map { "\($0.name): \($0.type)" }.joined(separator: ", ")
            out.line("(\(list)) \(effects(method))\(handlerResult(method)) in")
            out.line(
                "\(wait) self.\(name)(" + parameters.map(\.name).joined(separator: ", ") + ")")
        }
        out.line("}")
    }

    private func handlerParameters(_ method: Schema.Method) -> [(name: String, type: String)] {
        let one = (name: "request", type: type(method.request))
        let many = (name: "requests", type: "InboundMessages<\(type(method.request))>")
        let responses = (name: "responses", type: "OutboundMessages<\(type(method.response))>")
        let call = (name: "call", type: "CallContext")
        return switch method.shape {
        case .unary: [one, call]
        case .clientStreaming: [many, call]
        case .serverStreaming: [one, responses, call]
        case .bidirectional: [many, responses, call]
        }
    }

    private func handlerResult(_ method: Schema.Method) -> String {
        switch method.shape {
        case .unary, .clientStreaming: " -> \(reply(method))"
        case .serverStreaming, .bidirectional: ""
        }
    }

    // MARK: Client

    var client: String {
        var out = SourceText(
            from: service.origin.file,
            imports: ["package import RecoursMessages", "package import RecoursTransport"])
        out.document(service.comment, otherwise: "Calls `\(service.name)`.")
        out.block("package struct \(service.name)Stub: Sendable") { out in
            out.line("/// Makes the calls.")
            out.line("package let caller: any CallMaker")
            out.line()
            out.line("/// A client of the service whose calls `caller` makes.")
            out.block("package init(caller: any CallMaker)") { out in
                out.line("self.caller = caller")
            }
            for method in service.methods {
                out.line()
                out.document(method.comment, otherwise: "Calls `\(fullName(method))`.")
                clientMethod(&out, method)
            }
        }
        return out.text
    }

    private func clientMethod(_ out: inout SourceText, _ method: Schema.Method) {
        let name = Naming.method(method.name)
        let request = type(method.request)
        let response = type(method.response)
        let stream = "StreamingCall<\(request), \(response)>"
        let takesRequest = method.shape == .unary || method.shape == .serverStreaming
        out.line("package func \(name)(")
        out.indented { out in
            if takesRequest { out.line("_ request: \(request),") }
            out.line("_ options: CallOptions")
        }
        let result = method.shape == .unary ? response : stream
        out.block(") async throws(CallFailure) -> \(result)") { out in
            switch method.shape {
            case .unary:
                out.line("try await caller.unary(\(table).\(name), request, options)")
            case .clientStreaming, .bidirectional:
                out.line("try await caller.streaming(\(table).\(name), options)")
            case .serverStreaming:
                out.line("let call: \(stream) =")
                out.indented { out in
                    out.line("try await caller.streaming(\(table).\(name), options)")
                }
                out.line("try await call.send(request)")
                out.line("call.finishSending()")
                out.line("return call")
            }
        }
    }
}
