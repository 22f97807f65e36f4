// SPDX-License-Identifier: EUPL-1.2

internal import CTurboJPEG

/// JPEG by libjpeg-turbo: what it warns of is refused as well, for a picture of which half is grey
/// has another picture's hash.
enum JPEGDecoder {
    static func decode(_ bytes: [UInt8]) throws(PictureError) -> Raster {
        let scans = JPEGScans.count(in: bytes)
        guard scans <= PictureLimits.scans else { throw .tooManyScans(scans) }
        guard let decompressor = tjInitDecompress() else { throw .libraryFailed(.jpeg) }
        defer { tjDestroy(decompressor) }

        var (width, height, subsampling, colours): (CInt, CInt, CInt, CInt) = (0, 0, 0, 0)
        let length = CUnsignedLong(bytes.count)
        guard
            tjDecompressHeader3(
                decompressor, bytes, length, &width, &height, &subsampling, &colours) == 0,
            // A file that ends in its tables is no failure to the library.
            width > 0, height > 0
        else { throw damaged(decompressor) }
        let size = try PictureSize(width: Int(width), height: Int(height))

        // Luminance is what a JPEG stores: the colours need not be decoded to be thrown away.
        let hasInks = colours == CInt(TJCS_CMYK.rawValue) || colours == CInt(TJCS_YCCK.rawValue)
        let layout: Raster.Layout = hasInks ? .cmyk : .grey
        let format = hasInks ? TJPF_CMYK : TJPF_GRAY
        var samples = size.samples(layout)
        guard
            tjDecompress2(
                decompressor, bytes, length, &samples, width, 0, height, CInt(format.rawValue),
                TJFLAG_LIMITSCANS | TJFLAG_STOPONWARNING) == 0
        else { throw damaged(decompressor) }
        return Raster(width: size.width, height: size.height, layout: layout, samples: samples)
    }

    private static func damaged(_ decompressor: tjhandle) -> PictureError {
        .damaged(.jpeg, tjGetErrorStr2(decompressor).map { String(cString: $0) })
    }
}
