// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// A file with an item a line, and where its results go.
struct ItemFileOptions: ParsableArguments {
    @Option(help: "How the file is written: csv or ndjson. Otherwise seen by its name or content.")
    var format: CaseFormat?

    @Option(help: "Where results go; by default FILE.results.ndjson.", completion: .file())
    var results: String?

    @Flag(help: "Send the lines that can be read although others cannot.")
    var skipInvalid = false
}

extension ExitStatus {
    /// Of a run over the lines of a file: 0 if all were taken, 3 if some were, 65 if none was.
    static func ofItems(taken: Int, refused: Int) -> ExitStatus {
        if refused == 0 { return .done }
        return taken > 0 ? .partly : .badData
    }
}
