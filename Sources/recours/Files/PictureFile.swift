// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages
internal import RecoursPictures

/// Pictures in files: what they look like, and whether they are pictures at all.
enum PictureFile {
    /// Throws `CommandError` for what is no picture, or none that is taken.
    static func hashed(_ path: String) throws(CommandError) -> HashedPicture {
        try hashed(
            try InputFile.contents(
                path, atMost: PictureLimits.fileBytes, remedy: PictureSentence.saveSmaller),
            path)
    }

    /// The same of its bytes.
    static func hashed(
        _ bytes: [UInt8], _ path: String
    ) throws(CommandError) -> HashedPicture {
        do throws(PictureError) {
            return try HashedPicture(bytes)
        } catch {
            throw CommandError(
                .badData,
                FileSentence.failed("`\(path)`", why: PictureSentence.failed(error).text),
                remedy: PictureSentence.remedy(error))
        }
    }
}

extension PictureFingerprint {
    init(_ picture: HashedPicture) {
        let words = picture.hash.words
        let bytes = [words.0, words.1, words.2, words.3].flatMap { word in
            stride(from: UInt64(56), through: 0, by: -8).map {
                UInt8(truncatingIfNeeded: word >> $0)
            }
        }
        self.init(pdq: bytes, quality: UInt32(clamping: picture.quality))
    }
}
