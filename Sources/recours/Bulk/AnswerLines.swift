// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// Answers of a file, a JSON object a line, as they are asked for.
struct AnswerLines: AsyncSequence, Sendable {
    typealias Element = RespondRequest

    let path: String
    /// Lines of the answers on their way.
    private let lines = Tickets<Int>()

    init(path: String) {
        self.path = path
    }

    /// The line of the answer at this place in the stream.
    func takeLine(_ place: Int) -> Int {
        lines.take(place) ?? 0
    }

    func makeAsyncIterator() -> Iterator { Iterator(lines: self) }

    struct Iterator: AsyncIteratorProtocol {
        let lines: AnswerLines
        private var reader: LineReader?

        init(lines: AnswerLines) {
            self.lines = lines
        }

        mutating func next() async throws -> RespondRequest? {
            var reader = try self.reader ?? LineReader(InputFile(path: lines.path).open())
            self.reader = nil
            defer { self.reader = reader }
            guard let request = try AnswerLines.next(&reader, lines.path) else { return nil }
            lines.lines.add(reader.line)
            return request
        }
    }

    /// Reads all lines; returns how many answers there are. Throws the first fault.
    static func check(_ path: String) throws(CommandError) -> Int {
        guard path != "-" else {
            throw CommandError(
                .usage, RunSentence.answersTwice, remedy: RunSentence.writeToFile)
        }
        var reader = LineReader(try InputFile(path: path).open())
        var count = 0
        while try next(&reader, path) != nil { count += 1 }
        return count
    }

    private static func next(
        _ reader: inout LineReader, _ path: String
    ) throws(CommandError) -> RespondRequest? {
        do {
            while let bytes = try reader.next() {
                if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
                var request = try JSONText.message(RespondRequest.self, bytes)
                guard var response = request.response, request.caseID.count == 16 else {
                    throw JSONFault(path: "", LineSentence.answerNeeded)
                }
                if response.responseID.isEmpty {
                    response.responseID = try AnswerIdentity.identifier(
                        of: response, case: request.caseID)
                    request.response = response
                }
                return request
            }
            return nil
        } catch let fault as JSONFault {
            throw CommandError(
                .badData, LineSentence.fault(path, line: reader.line, what: fault.text),
                remedy: LineSentence.mendLine)
        } catch {
            throw CommandError(.inputOutput, reading: path, error)
        }
    }
}

/// Names an answer by what it says to which case: sent again, it is the same answer.
enum AnswerIdentity {
    static func identifier(
        of response: PlatformResponse, case caseID: [UInt8]
    ) throws(CommandError) -> [UInt8] {
        try ContentKey.bytes(of: caseID + response.serializedBytes())
    }
}
