// SPDX-License-Identifier: EUPL-1.2

internal import FoundationEssentials

/// The JSON that a configuration file may hold.
enum JSONValue: Decodable, Equatable {
    case text(String)
    case number(Int)
    case flag(Bool)
    /// A list of texts.
    case list([String])
    case object([String: JSONValue])
    /// null, a list of anything else or a broken number: no setting takes these.
    case other

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let list = try? container.decode([String].self) {
            self = .list(list)
        } else if let object = try? container.decode([String: JSONValue].self) {
            self = .object(object)
        } else {
            self = .other
        }
    }

    /// Reads a whole document; throws with the decoder's account of what is wrong.
    static func parse(_ bytes: [UInt8], path: String) throws(DaemonError) -> JSONValue {
        do {
            return try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw .configuration(
                "\(path) is not JSON: \(JSONValue.account(of: error))",
                remedy: "Comments and commas after a last member are not allowed in JSON.")
        } catch {
            throw .configuration("\(path) is not JSON: \(error)")
        }
    }

    private static func account(of error: DecodingError) -> String {
        switch error {
        case .dataCorrupted(let context):
            if let inner = context.underlyingError { return "\(inner)" }
            return context.debugDescription
        case .keyNotFound(_, let context), .typeMismatch(_, let context),
            .valueNotFound(_, let context):
            return context.debugDescription
        @unknown default:
            return "unreadable"
        }
    }

    /// Quotes a text for JSON (RFC 8259 §7).
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
