// SPDX-License-Identifier: EUPL-1.2

/// The kinds of picture that are read, told by their first bytes and never by a name.
enum PictureFormat: String, Sendable {
    case jpeg = "JPEG"
    case png = "PNG"
    case webP = "WebP"

    private init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
            self = .webP
        } else {
            return nil
        }
    }

    /// The picture's pixels.
    static func decode(_ bytes: [UInt8]) throws(PictureError) -> Raster {
        guard bytes.count <= PictureLimits.fileBytes else { throw .tooManyBytes(bytes.count) }
        switch PictureFormat(bytes) {
        case .jpeg: return try JPEGDecoder.decode(bytes)
        case .png: return try PNGDecoder.decode(bytes)
        case .webP: return try WebPDecoder.decode(bytes)
        case nil: throw .unknownFormat
        }
    }
}
