// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import RecoursCases
internal import RecoursClient
internal import RecoursMessages

/// A file on this machine that goes with a case.
struct Piece: Sendable, Equatable {
    let path: String
    /// The last part of the path: what the file is called on the server.
    let name: String
    let media: RecoursMessages.EvidenceMedia

    /// Looks at a file, without reading it. Throws a breach of what the server would refuse for
    /// certain, and `required` for a file that cannot be opened.
    init(path: String) throws(Breach) {
        self.path = path
        name = path.split(separator: "/").last.map(String.init) ?? ""
        if let breach = FileNameRule.breach(name) { throw breach }
        guard let media = RecoursCases.EvidenceMedia(fileName: name) else {
            throw Breach(.unknownValue)
        }
        self.media = .init(rawValue: media.rawValue)
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0
        else { throw Breach(.required) }
        let size = Int(clamping: status.st_size)
        guard size <= CaseLimits.evidenceFileBytes else {
            throw Breach(.tooLarge, limit: CaseLimits.evidenceFileBytes, actual: size)
        }
    }

    /// The same for a command's argument, with words.
    static func argument(_ path: String) throws(CommandError) -> Piece {
        do throws(Breach) {
            return try Piece(path: path)
        } catch {
            let endings = RecoursCases.EvidenceMedia.allCases.flatMap(\.endings)
            switch error.code {
            case .required:
                throw CommandError(
                    .noInput, FilingSentence.noPiece(path), remedy: FilingSentence.checkPath)
            case .unknownValue:
                throw CommandError(
                    .badData, FilingSentence.kindNotTaken(path),
                    remedy: FilingSentence.kindsTaken(endings))
            case .tooLarge:
                throw CommandError(
                    .badData, FilingSentence.pieceTooLarge(path), remedy: FilingSentence.compress)
            default:
                throw CommandError(
                    .badData, FilingSentence.nameNotTaken(SafeText.line(path)),
                    remedy: FilingSentence.rename)
            }
        }
    }

    /// The key of its upload: made of the content, the name and what it is for, so that the same
    /// command goes on with an upload that was broken off, and uploads nothing twice.
    func key(for purpose: String) throws(CommandError) -> IdempotencyKey {
        let texts = Array(name.utf8) + [0] + Array(purpose.utf8)
        return try ContentKey.key(of: try FileDigest.sha256(path) + texts)
    }
}
