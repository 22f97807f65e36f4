// SPDX-License-Identifier: EUPL-1.2

/// Writes what is one for the whole schema: its hash, the C module's headers, the table of message
/// types.
struct SchemaSource {
    let schema: Schema
    let hash: [UInt8]

    /// The schema's hash, which HELLO carries.
    var schemaHash: String {
        var out = SourceText(from: "recours", imports: [])
        out.line("/// The schema that this software was built with.")
        out.block("package enum RecoursSchema") { out in
            out.line(
                "/// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.")
            out.line("package static let hash: [UInt8] = [")
            out.indented { out in
                for start in stride(from: 0, to: hash.count, by: 8) {
                    let row = hash[start..<min(start + 8, hash.count)]
                    out.line(row.map { Self.hexadecimal($0) + "," }.joined(separator: " "))
                }
            }
            out.line("]")
        }
        return out.text
    }

    /// Functions that give each message's descriptor: Swift would copy a C constant to take its
    /// address.
    var descriptors: String {
        var text = Self.cNotice(guardName: "RECOURS_DESCRIPTORS_H")
        for file in schema.files { text += "#include \"\(Self.header(file))\"\n" }
        for message in schema.messages {
            text += """

                static inline const ProtobufCMessageDescriptor *
                \(message.cSymbol)__descriptor_pointer(void) {
                    return &\(message.cSymbol)__descriptor;
                }

                """
        }
        return text + "\n#endif\n"
    }

    /// The C module's umbrella header.
    var umbrella: String {
        var text = Self.cNotice(guardName: "CRECOURSPROTOS_H")
        for file in schema.files { text += "#include \"\(Self.header(file))\"\n" }
        return text + "#include \"recours_arena.h\"\n#include \"recours_descriptors.h\"\n\n#endif\n"
    }

    /// For the tests that go through every message.
    var messageTypes: String {
        var out = SourceText(from: "recours", imports: ["internal import RecoursMessages"])
        out.line("/// Every message type of the schema.")
        out.block("enum MessageTypes") { out in
            out.line("static let all: [any RecoursMessage.Type] = [")
            out.indented { out in
                for message in schema.messages { out.line("\(message.swiftName).self,") }
            }
            out.line("]")
        }
        return out.text
    }

    private static func cNotice(guardName: String) -> String {
        """
        // SPDX-License-Identifier: EUPL-1.2
        //
        // Written by recours-codegen from Protos: change those, and run generate.sh.

        #ifndef \(guardName)
        #define \(guardName)


        """
    }

    private static func header(_ file: String) -> String {
        file.dropLast(".proto".count) + ".pb-c.h"
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return "0x" + (digits.count == 1 ? "0" : "") + digits
    }
}
