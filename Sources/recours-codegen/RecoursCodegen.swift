// SPDX-License-Identifier: EUPL-1.2

internal import Foundation

/// The generator's commands; `generate.sh` calls them in order.
@main
struct RecoursCodegen {
    static let usage = """
        usage: recours-codegen patch IN.ds OUT.ds
               recours-codegen generate IN.ds --schema-hash HEX --package-root DIR
                   [--encoded-reply METHOD]… [--prompt-reply METHOD]…
        """

    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("recours-codegen: \(error)\n".utf8))
            exit(1)
        }
    }

    static func run(_ arguments: [String]) throws(CodegenError) {
        switch arguments.first {
        case "patch" where arguments.count == 3:
            let set = try DescriptorSet(path: arguments[1])
            try set.patchForProtocC()
            try set.write(to: arguments[2])
        case "generate" where arguments.count >= 2:
            try generate(GenerateOptions(Array(arguments.dropFirst())))
        default:
            throw CodegenError(usage)
        }
    }

    static func generate(_ options: GenerateOptions) throws(CodegenError) {
        let set = try DescriptorSet(path: options.descriptorSet)
        let schema = try Schema(reading: set)
        var output = GeneratedTree(root: options.packageRoot)
        for message in schema.messages {
            let writer = MessageSource(message: message, schema: schema)
            output.add("Sources/RecoursMessages/Generated/\(message.swiftName).swift", writer.type)
            output.add(
                "Sources/RecoursMessages/Generated/Coding/\(message.swiftName)+Coding.swift",
                CodingSource(message: message, schema: schema).text)
            output.add(
                "Sources/RecoursMessages/Generated/JSON/\(message.swiftName)+JSON.swift",
                JSONSource(message: message, schema: schema).text)
        }
        for enumeration in schema.enumerations {
            output.add(
                "Sources/RecoursMessages/Generated/\(enumeration.swiftName).swift",
                EnumerationSource(enumeration: enumeration).text)
        }
        for service in schema.services {
            let writer = ServiceSource(
                service: service, schema: schema, encodedReplies: options.encodedReplies,
                promptReplies: options.promptReplies)
            output.add(
                "Sources/RecoursMessages/Generated/\(service.name)Methods.swift", writer.methods)
            output.add(
                "Sources/RecoursServer/Generated/\(service.name)Handling.swift", writer.server)
            output.add(
                "ClientSDK/RecoursClient/Generated/\(service.name)Stub.swift", writer.client)
        }
        let whole = SchemaSource(schema: schema, hash: options.schemaHash)
        output.add("Sources/RecoursMessages/Generated/RecoursSchema.swift", whole.schemaHash)
        output.add("Sources/CRecoursProtos/include/recours_descriptors.h", whole.descriptors)
        output.add("Sources/CRecoursProtos/include/CRecoursProtos.h", whole.umbrella)
        output.add("Tests/Interop/messages-echo/Generated/MessageTypes.swift", whole.messageTypes)
        try output.write()
    }
}
