// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// A command that does one thing to one case.
protocol ActionCommand: RecoursCommand {
    var target: CaseArguments { get }

    func action() throws(CommandError) -> Action.Kind
}

extension ActionCommand {
    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        let action = Action(kind: try action())
        let client = try options.client()
        let identifier = try await target.identifier(client)
        let done = try await calling { () async throws(RecoursError) in
            try await client.actions.act(
                on: identifier, action, expectedVersion: target.expectVersion)
        }
        try CaseChange(
            id: CaseReference.text(of: identifier), state: done.state, version: done.version
        ).show(terminal)
        return .done
    }
}

/// Words, from the command line or a file.
struct WritingArguments: ParsableArguments {
    @Option(name: [.short, .long], help: "The words: 1 to 10,000 characters.")
    var text: String?

    @Option(help: "File with the words, - for the standard input.", completion: .file())
    var textFile: String?

    @Option(help: "Identifier of a file of the case that goes with them; may be repeated.")
    var evidence: [String] = []

    func validate() throws {
        guard (text == nil) != (textFile == nil) else {
            throw ValidationError(OptionSentence.wordsNeeded.text)
        }
    }

    func writing() throws(CommandError) -> Writing {
        var identifiers: [[UInt8]] = []
        for text in evidence {
            guard let bytes = CaseReference.bytes(of: text) else {
                throw CommandError(
                    .usage, ValueSentence.isNo(text, noun: .file),
                    remedy: ValueSentence.identifierForm)
            }
            identifiers.append(bytes)
        }
        return Writing(text: try words(), evidenceIDs: identifiers)
    }

    func words() throws(CommandError) -> String {
        if let text { return text }
        guard let textFile else { return "" }
        return try WritingArguments.contents(textFile)
    }

    /// Characters take four bytes at most.
    static func contents(_ path: String) throws(CommandError) -> String {
        let bytes = try InputFile.contents(path, atMost: 65_536)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandError(
                .badData, FileSentence.notUTF8(path), remedy: FileSentence.saveAsUTF8)
        }
        return Trimming.trimmed(text)
    }
}

/// Reads a value of an enumeration in either language or as the protocol names it.
func value<Value>(
    _ text: String, _ labels: Labels.Table<Value>, _ what: ValueNoun
) throws(CommandError) -> Value {
    guard let value = labels.value(of: text) else {
        throw CommandError(
            .usage, ValueSentence.isNo(text, noun: what), remedy: labels.advice(for: text))
    }
    return value
}
