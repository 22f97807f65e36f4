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
            throw JSONFault(path: "", LineSentence.notJSON)
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
            throw CommandError(
                .badData, FileSentence.notNeeded(path, at: error.path, why: error.said.text),
                remedy: FileSentence.fieldsOfProtos)
        }
    }
}

/// What is wrong with a JSON text.
struct JSONFault: Error {
    /// Path of the field, empty for the whole.
    let path: String
    let said: any Sentence

    var message: String { said.english }

    init(path: String, _ said: any Sentence) {
        self.path = path
        self.said = said
    }

    /// With the field before what is wrong with it.
    var text: String { LineSentence.ofField(path, what: said.text).text }

    init(_ error: DecodingError) {
        let context: DecodingError.Context
        switch error {
        case .dataCorrupted(let found): context = found
        case .keyNotFound(_, let found): context = found
        case .typeMismatch(_, let found): context = found
        case .valueNotFound(_, let found): context = found
        @unknown default:
            self.init(path: "", LineSentence.notJSON)
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
        self.init(path: path, ForeignWords(text: context.debugDescription))
    }
}
