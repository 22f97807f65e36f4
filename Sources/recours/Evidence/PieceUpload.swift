// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages
internal import Synchronization

/// Uploads files for one command, and shows how far the long ones are.
struct PieceUpload: Sendable {
    let client: RecoursClient
    let terminal: Terminal
    var visibility = EvidenceVisibility.parties
    var sourceURL = ""

    /// Uploads one file for a purpose; done again, it is the same file.
    func upload(_ piece: Piece, for purpose: String) async throws(CommandError) -> Evidence {
        let marked = "\(purpose)\0\(visibility.rawValue)\0\(sourceURL)"
        return try await upload(piece, key: try piece.key(for: marked))
    }

    func upload(_ piece: Piece, key: IdempotencyKey) async throws(CommandError) -> Evidence {
        let progress = TransferProgress(name: piece.name, terminal: terminal)
        defer { progress.end() }
        let description = EvidenceDescription(
            name: piece.name, media: piece.media, visibility: visibility, sourceURL: sourceURL)
        return try await calling { () async throws(RecoursError) in
            let content = try EvidenceContent.file(piece.path)
            let size = content.size
            return try await client.evidence.upload(content, as: description, key: key) { sent in
                progress.show(sent, of: size)
            }
        }
    }

    /// The identifiers of what `--evidence` names, in order; what is a file is uploaded.
    func identifiers(
        _ named: [NamedPiece], for purpose: String
    ) async throws(CommandError) -> [[UInt8]] {
        var identifiers: [[UInt8]] = []
        for one in named {
            switch one {
            case .identifier(let bytes): identifiers.append(bytes)
            case .file(let piece): identifiers.append(try await upload(piece, for: purpose).id)
            }
        }
        return identifiers
    }
}

/// A bar for one file on its way, on a terminal, if the file is long enough to wait for.
final class TransferProgress: Sendable {
    private static let smallest: UInt64 = 1 << 20
    private static let barWidth: UInt64 = 24

    private let name: String
    private let terminal: Terminal
    /// Percent shown last; nil: nothing.
    private let shown = Mutex<UInt64?>(nil)

    init(name: String, terminal: Terminal) {
        self.name = name
        self.terminal = terminal
    }

    func show(_ done: UInt64, of size: UInt64) {
        guard terminal.errorIsTerminal, size >= Self.smallest else { return }
        let percent = done * 100 / size
        let isNew = shown.withLock { shown in
            defer { shown = percent }
            return shown != percent
        }
        if isNew { terminal.progress(Self.line(done, of: size, name: name)) }
    }

    /// Takes the bar away.
    func end() {
        if shown.withLock({ $0 }) != nil { terminal.progress("") }
    }

    /// `[######..................] 25 % of 12,3 Mio  facture.pdf`.
    static func line(_ done: UInt64, of size: UInt64, name: String) -> String {
        let filled = Int(min(done, size) * barWidth / max(1, size))
        let bar =
            String(repeating: "#", count: filled)
            + String(repeating: ".", count: Int(barWidth) - filled)
        let percent = done * 100 / max(1, size)
        let amount = EvidenceWord.amount(size).text
        return "[\(bar)] \(percent) %  \(amount)  \(SafeText.line(name))"
    }
}

/// What `--evidence` names: a file here, or one that was uploaded before.
enum NamedPiece: Sendable, Equatable {
    case identifier([UInt8])
    case file(Piece)

    /// Looks at all of them, so that a slip in the last is told before the first is sent.
    static func all(_ texts: [String]) throws(CommandError) -> [NamedPiece] {
        var named: [NamedPiece] = []
        for text in texts {
            if let bytes = CaseReference.bytes(of: text) {
                named.append(.identifier(bytes))
                continue
            }
            do throws(CommandError) {
                named.append(.file(try Piece.argument(text)))
            } catch {
                guard error.status == .noInput else { throw error }
                throw CommandError(
                    .noInput, ValueSentence.noFile(SafeText.line(text)),
                    remedy: ValueSentence.fileOrIdentifier)
            }
        }
        return named
    }
}
