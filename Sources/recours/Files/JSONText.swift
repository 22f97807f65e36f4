// SPDX-License-Identifier: EUPL-1.2

internal import FoundationEssentials
internal import RecoursMessages

/// Reads messages from their JSON form, and says what is wrong with it where.
enum JSONText {
    /// Throws `JSONFault`.
    static func message<Message: Decodable>(
        _ type: Message.Type, _ bytes: [UInt8]
    ) throws(JSONFault) -> Message {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw JSONFault(error)
        } catch {
            throw JSONFault(path: "", message: "not JSON")
        }
    }

    /// One message of a file that holds nothing else. Throws `CommandError`.
    static func file<Message: Decodable>(
        _ type: Message.Type, _ path: String
    ) throws(CommandError) -> Message {
        let bytes = try InputFile.contents(path, atMost: LineReader.maxLineBytes)
        do throws(JSONFault) {
            return try message(type, bytes)
        } catch {
            let place = error.path.isEmpty ? "" : " at \(error.path)"
            throw CommandError(
                .badData, "`\(path)` is not what is needed\(place): \(error.message)",
                remedy: "The fields are those of Protos/recours/v1, in JSON.")
        }
    }
}

/// What is wrong with a JSON text.
struct JSONFault: Error, Equatable {
    /// Path of the field, empty for the whole.
    let path: String
    let message: String

    init(path: String, message: String) {
        self.path = path
        self.message = message
    }

    init(_ error: DecodingError) {
        let context: DecodingError.Context
        switch error {
        case .dataCorrupted(let found): context = found
        case .keyNotFound(_, let found): context = found
        case .typeMismatch(_, let found): context = found
        case .valueNotFound(_, let found): context = found
        @unknown default:
            self.init(path: "", message: "not JSON")
            return
        }
        var path = ""
        for key in context.codingPath {
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += path.isEmpty ? key.stringValue : "." + key.stringValue
            }
        }
        self.init(path: path, message: context.debugDescription)
    }
}
