// SPDX-License-Identifier: EUPL-1.2

/// Writes an open enumeration: its values, and a case for numbers that this software does not know.
struct EnumerationSource {
    let enumeration: Schema.Enumeration

    var text: String {
        let access = enumeration.origin.access
        var out = SourceText(from: enumeration.origin.file, imports: [])
        out.document(
            enumeration.comment, otherwise: "The enumeration `\(enumeration.fullName)`.")
        out.block("\(access) enum \(enumeration.swiftName): RecoursEnumeration") { out in
            for value in enumeration.values {
                out.document(value.comment, otherwise: "`\(value.name)`.")
                out.line("case \(enumeration.caseName(value))")
            }
            out.line("/// A number that this version of the software has no name for.")
            out.line("case unrecognized(Int32)")
            out.line()
            out.line("/// The value of a number of the schema.")
            out.block("\(access) init(rawValue: Int32)") { out in
                out.line("switch rawValue {")
                for value in enumeration.values {
                    out.line("case \(value.number): self = .\(bare(value))")
                }
                out.line("default: self = .unrecognized(rawValue)")
                out.line("}")
            }
            out.line()
            out.line("/// The number in the schema.")
            out.block("\(access) var rawValue: Int32") { out in
                out.line("switch self {")
                for value in enumeration.values {
                    out.line("case .\(bare(value)): \(value.number)")
                }
                out.line("case .unrecognized(let number): number")
                out.line("}")
            }
            out.line()
            out.line("/// Every value of the schema, in its order.")
            out.block("\(access) static var allCases: [Self]") { out in
                list(&out, enumeration.values.map { "." + bare($0) })
            }
            out.line()
            out.line("/// The names of `allCases` in the schema, without the prefix they share.")
            out.block("\(access) static var names: [String]") { out in
                list(&out, enumeration.values.map { "\"\(enumeration.shortName($0))\"" })
            }
            out.line()
            out.line("/// What every name begins with in the schema.")
            out.line(
                "\(access) static var namePrefix: String { \"\(enumeration.valuePrefix)\" }")
        }
        return out.text
    }

    private func bare(_ value: Schema.Enumeration.Value) -> String {
        enumeration.caseName(value)
    }

    private func list(_ out: inout SourceText, _ items: [String]) {
        out.line("[")
        out.indented { out in
            var current = ""
            for item in items {
                if current.count + item.count + 2 > 88 {
                    out.line(current)
                    current = ""
                }
                current += (current.isEmpty ? "" : " ") + item + ","
            }
            out.line(current)
        }
        out.line("]")
    }
}
