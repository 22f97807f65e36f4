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
        let action = try action()
        let client = try options.client()
        let identifier = try await target.identifier(client)
        return try await act(action, on: identifier, client, terminal)
    }

    fileprivate func act(
        _ kind: Action.Kind, on identifier: [UInt8], _ client: RecoursClient, _ terminal: Terminal
    ) async throws(CommandError) -> ExitStatus {
        let done = try await calling { () async throws(RecoursError) in
            try await client.actions.act(
                on: identifier, Action(kind: kind), expectedVersion: target.expectVersion)
        }
        try CaseChange(
            id: CaseReference.text(of: identifier), state: done.state, version: done.version
        ).show(terminal)
        return .done
    }
}

/// An action that says something, with or without files.
protocol WritingCommand: ActionCommand {
    var words: WritingArguments { get }

    func action(_ writing: Writing) throws(CommandError) -> Action.Kind
}

extension WritingCommand {
    func action() throws(CommandError) -> Action.Kind {
        try action(Writing(text: try words.text.words()))
    }

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        // Once: they may come from the standard input.
        var writing = Writing(text: try words.text.words())
        // What is wrong here is told before the first file is sent.
        _ = try action(writing)
        let pieces = try NamedPiece.all(words.evidence)
        let client = try options.client()
        let identifier = try await target.identifier(client)
        writing.evidenceIDs = try await PieceUpload(client: client, terminal: terminal)
            .identifiers(pieces, for: CaseReference.text(of: identifier))
        return try await act(try action(writing), on: identifier, client, terminal)
    }
}

/// Words with the files that go with them.
struct WritingArguments: ParsableArguments {
    @OptionGroup var text: WordsArguments

    @Option(
        help: ArgumentHelp(
            "File that goes with the words, or identifier of one uploaded before; repeatable.",
            valueName: "file"), completion: .file())
    var evidence: [String] = []
}

/// Words, from the command line or a file.
struct WordsArguments: ParsableArguments {
    @Option(name: [.short, .long], help: "The words: 1 to 10,000 characters.")
    var text: String?

    @Option(help: "File with the words, - for the standard input.", completion: .file())
    var textFile: String?

    func validate() throws {
        guard (text == nil) != (textFile == nil) else {
            throw ValidationError(OptionSentence.wordsNeeded.text)
        }
    }

    func words() throws(CommandError) -> String {
        if let text { return text }
        guard let textFile else { return "" }
        return try WordsArguments.contents(textFile)
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
