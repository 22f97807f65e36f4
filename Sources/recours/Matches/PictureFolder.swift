// SPDX-License-Identifier: EUPL-1.2

internal import FoundationEssentials
internal import Glibc
internal import RecoursMessages

/// Pictures of works and listings in a directory, by the names of their files: the identifier of
/// the work or the listing, or `PLATFORM-NUMBER`; more than one with `-2`, `-3`, … behind it.
struct PictureFolder {
    /// A picture as a page carries it.
    struct Picture: Sendable {
        /// `image/png`.
        let media: String
        let base64: String
    }

    /// More would make a page that no browser likes to open.
    static let mostBytes = 4 << 20
    /// Of one work or listing.
    static let most = 4

    private static let kinds = [
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp",
    ]

    private let path: String
    /// Files by the name that they stand for, in their order.
    private var files: [String: [String]] = [:]

    /// Reads the directory, none of its files. Nothing of what others write makes a path.
    init(_ path: String) throws(CommandError) {
        self.path = path
        let found = try? FileManager.default.contentsOfDirectory(atPath: path)
        guard let found else {
            // What Foundation says of it differs from run to run.
            let why = access(path, R_OK | X_OK) == 0 ? ENOTDIR : errno
            throw CommandError(
                .noInput, FileSentence.cannotOpen(path, why: SystemError.text(why)),
                remedy: FileSentence.checkPath)
        }
        // The one without a number first.
        let names = found.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
        for name in names {
            guard let dot = name.lastIndex(of: "."),
                Self.kinds[name[name.index(after: dot)...].lowercased()] != nil
            else { continue }
            files[Self.subject(name[..<dot].lowercased()), default: []].append(name)
        }
    }

    /// `0190a1b2-…-2` stands for `0190a1b2-…`, whose own end has more than two digits.
    private static func subject(_ stem: String) -> String {
        guard let dash = stem.lastIndex(of: "-") else { return stem }
        let number = stem[stem.index(after: dash)...]
        let isPlace = (1...2).contains(number.count) && number.allSatisfy(\.isNumber)
        return isPlace ? String(stem[..<dash]) : stem
    }

    /// The pictures of the first of these names that has any. What is no picture, or too large, is
    /// left out and told.
    func pictures(
        of subjects: [String], leftOut: (MatchSentence) -> Void
    ) -> [Picture] {
        let names = subjects.lazy.compactMap { files[$0.lowercased()] }.first ?? []
        return names.prefix(Self.most).compactMap { name in
            do throws(CommandError) {
                return try picture(name)
            } catch {
                leftOut(.pictureLeftOut(name, why: error.message))
                return nil
            }
        }
    }

    /// Its pixels are read before its bytes are passed on, and its kind is theirs, not its name's.
    private func picture(_ name: String) throws(CommandError) -> Picture {
        let file = "\(path)/\(name)"
        let bytes = try InputFile.contents(
            file, atMost: Self.mostBytes, remedy: PictureSentence.saveSmaller)
        _ = try PictureFile.hashed(bytes, file)
        return Picture(media: Self.media(bytes), base64: Data(bytes).base64EncodedString())
    }

    private static func media(_ bytes: [UInt8]) -> String {
        switch bytes.first {
        case 0xFF: "image/jpeg"
        case 0x89: "image/png"
        default: "image/webp"
        }
    }
}
