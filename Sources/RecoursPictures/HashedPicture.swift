// SPDX-License-Identifier: EUPL-1.2

/// What a picture looks like, in 256 bits: computed here, so that nobody need be given the picture.
///
///     let picture = try HashedPicture(bytes)
///     if picture.isDetailed { compare(picture.hash) }
public struct HashedPicture: Sendable {
    /// From this quality on PDQ's authors take a hash for one that tells pictures apart.
    public static let leastQuality = 50

    /// Pixels a row.
    public let width: Int
    /// Rows.
    public let height: Int
    /// How much there is to see, 0 to 100: hashes of plain surfaces match what they should not.
    public let quality: Int
    /// The hash of the picture as it is stored.
    public let hash: PictureHash
    private let frequencies: LowFrequencies

    /// Decodes and hashes a JPEG, a PNG or a WebP.
    ///
    /// What is transparent lies on white. An orientation that a camera noted is left alone, as by
    /// all who compute PDQ: compare with ``hash(_:)`` for the turned copy.
    ///
    /// - Throws: ``PictureError``, before anything is decoded if the file or its picture is larger
    ///   than ``PictureLimits`` allow.
    public init(_ bytes: [UInt8]) throws(PictureError) {
        self.init(raster: try PictureFormat.decode(bytes))
    }

    init(raster: Raster) {
        let thumbnail = Thumbnail(raster)
        width = raster.width
        height = raster.height
        quality = thumbnail.quality
        frequencies = LowFrequencies(thumbnail)
        hash = frequencies.hash(.original)
    }

    /// Whether the hash tells this picture from others.
    public var isDetailed: Bool { quality >= Self.leastQuality }

    /// The hash of the picture turned or mirrored, without decoding it again.
    public func hash(_ symmetry: PictureSymmetry) -> PictureHash {
        frequencies.hash(symmetry)
    }
}
