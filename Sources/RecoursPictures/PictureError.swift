// SPDX-License-Identifier: EUPL-1.2

/// Why a picture has no hash, and what can be done about it.
public struct PictureError: Error, Hashable, Sendable {
    /// What kind of failure it is; compare with the static values, more may be added.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The code's name in capitals.
        public let description: String

        private init(_ description: String) {
            self.description = description
        }

        /// The bytes are neither JPEG, PNG nor WebP.
        public static let unknownFormat = Code("UNKNOWN_FORMAT")
        /// The picture is cut off, or its data make no sense.
        public static let damaged = Code("DAMAGED")
        /// It is a moving picture, of which no one frame stands for all.
        public static let animated = Code("ANIMATED")
        /// The file, the picture or the work to decode it is beyond ``PictureLimits``.
        public static let tooLarge = Code("TOO_LARGE")
        /// A side has fewer pixels than a hash can be made of.
        public static let tooSmall = Code("TOO_SMALL")
        /// A decoder had no memory.
        public static let libraryFailed = Code("LIBRARY_FAILED")
    }

    /// What kind of failure it is.
    public var code: Code
    /// One sentence in plain words, without a final stop.
    public var message: String
    /// What to do about it, in one sentence.
    public var remedy: String
    /// What the decoder said, for a log; its words, of which programs can tell nothing.
    public var cause: String?

    private init(_ code: Code, _ message: String, remedy: String, cause: String? = nil) {
        self.code = code
        self.message = message
        self.remedy = remedy
        self.cause = cause
    }
}

extension PictureError: CustomStringConvertible {
    /// The error as one log line.
    public var description: String {
        let reason = cause.map { " (\($0))" } ?? ""
        return "\(code): \(message)\(reason). \(remedy)"
    }
}

// MARK: Wording

extension PictureError {
    static let unknownFormat = PictureError(
        .unknownFormat, "the file is neither JPEG, PNG nor WebP",
        remedy: "Convert the picture to one of them.")

    static func damaged(_ format: PictureFormat, _ cause: String? = nil) -> PictureError {
        PictureError(
            .damaged, "the \(format.rawValue) is damaged, cut off or of a rare kind",
            remedy: "Save it again with another program, or take another copy.", cause: cause)
    }

    static let animated = PictureError(
        .animated, "the WebP is a moving picture", remedy: "Save one of its pictures.")

    static func tooManyBytes(_ count: Int) -> PictureError {
        PictureError(
            .tooLarge,
            "the file has \(count) bytes, more than \(PictureLimits.fileBytes)",
            remedy: "Save the picture smaller.")
    }

    static func tooManyPixels(width: Int, height: Int) -> PictureError {
        PictureError(
            .tooLarge,
            "the picture has \(width) × \(height) pixels, more than \(PictureLimits.pixels) in all",
            remedy: "Save the picture smaller.")
    }

    static func tooManyScans(_ count: Int) -> PictureError {
        PictureError(
            .tooLarge, "the JPEG has \(count) scans, more than \(PictureLimits.scans)",
            remedy: "Save it again with another program.")
    }

    static func tooSmall(width: Int, height: Int) -> PictureError {
        PictureError(
            .tooSmall,
            "the picture has \(width) × \(height) pixels, fewer than \(PictureLimits.leastSide) "
                + "a side",
            remedy: "Take a larger copy.")
    }

    static func libraryFailed(_ format: PictureFormat) -> PictureError {
        PictureError(
            .libraryFailed, "the decoder of \(format.rawValue) had no memory",
            remedy: "Try again when there is more.")
    }
}
