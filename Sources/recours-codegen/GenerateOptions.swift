// SPDX-License-Identifier: EUPL-1.2

/// What `recours-codegen generate` was asked.
struct GenerateOptions {
    /// Path of the descriptor set, with source information (the comments).
    let descriptorSet: String
    /// First 16 bytes of SHA-256 over the plain descriptor set.
    let schemaHash: [UInt8]
    /// Where Sources/, ClientSDK/ and Tests/ are.
    let packageRoot: String
    /// Full names of methods whose handlers give encoded replies.
    let encodedReplies: Set<String>
    /// Full names of unary methods whose handlers may have their answer without waiting.
    let promptReplies: Set<String>

    init(_ arguments: [String]) throws(CodegenError) {
        var positional: [String] = []
        var hash: String?
        var root: String?
        var encoded: Set<String> = []
        var prompt: Set<String> = []
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else {
                positional.append(argument)
                continue
            }
            guard let value = rest.popFirst() else {
                throw CodegenError("\(argument) needs a value")
            }
            switch argument {
            case "--schema-hash": hash = value
            case "--package-root": root = value
            case "--encoded-reply": encoded.insert(value)
            case "--prompt-reply": prompt.insert(value)
            default: throw CodegenError("unknown option \(argument)")
            }
        }
        guard positional.count == 1, let hash, let root else {
            throw CodegenError(RecoursCodegen.usage)
        }
        descriptorSet = positional[0]
        packageRoot = root
        encodedReplies = encoded
        promptReplies = prompt
        schemaHash = try Self.bytes(hexadecimal: hash)
    }

    private static func bytes(hexadecimal text: String) throws(CodegenError) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = text[...]
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16), rest.count >= 2 else {
                throw CodegenError("--schema-hash is not hexadecimal")
            }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        guard bytes.count >= 16 else { throw CodegenError("--schema-hash is too short") }
        return Array(bytes.prefix(16))
    }
}
