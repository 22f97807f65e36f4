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

        let layout = layout(TJCS(rawValue: TJCS.RawValue(colours)))
        var samples = size.samples(layout)
        guard
            tjDecompress2(
                decompressor, bytes, length, &samples, width, 0, height, format(of: layout),
                TJFLAG_LIMITSCANS | TJFLAG_STOPONWARNING) == 0
        else { throw damaged(decompressor) }
        return Raster(width: size.width, height: size.height, layout: layout, samples: samples)
    }

    /// Colours are decoded, although luminance is what a JPEG stores: that of colours beyond the
    /// range is another once they are cut off, and the reference sees them so.
    private static func layout(_ colours: TJCS) -> Raster.Layout {
        switch colours {
        case TJCS_GRAY: .grey
        case TJCS_CMYK, TJCS_YCCK: .cmyk
        default: .rgb
        }
    }

    private static func format(of layout: Raster.Layout) -> CInt {
        switch layout {
        case .cmyk: CInt(TJPF_CMYK.rawValue)
        case .grey, .greyAlpha: CInt(TJPF_GRAY.rawValue)
        case .rgb, .rgba: CInt(TJPF_RGB.rawValue)
        }
    }

    private static func damaged(_ decompressor: tjhandle) -> PictureError {
        .damaged(.jpeg, tjGetErrorStr2(decompressor).map { String(cString: $0) })
    }
}
