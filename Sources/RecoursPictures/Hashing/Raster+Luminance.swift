// SPDX-License-Identifier: EUPL-1.2

extension Raster {
    // ITU-R BT.601, as PDQ has it.
    private static let red: Float = 0.299
    private static let green: Float = 0.587
    private static let blue: Float = 0.114
    private static let white: Float = 255

    /// Adds a row's luminance, each pixel's times the weight. What is transparent lies on white.
    func addLuminance(ofRow row: Int, times weight: Float, to sums: inout [Float]) {
        let pixel = layout.samples
        let span = samples.span.extracting(row * width * pixel..<(row + 1) * width * pixel)
        var target = sums.mutableSpan
        switch layout {
        case .grey: Self.addGrey(span, weight, &target)
        case .greyAlpha: Self.addGreyAlpha(span, weight, &target)
        case .rgb: Self.addRGB(span, weight, &target)
        case .rgba: Self.addRGBA(span, weight, &target)
        case .cmyk: Self.addCMYK(span, weight, &target)
        }
    }

    private static func addGrey(
        _ row: Span<UInt8>, _ weight: Float, _ sums: inout MutableSpan<Float>
    ) {
        for column in sums.indices { sums[column] += weight * Float(row[column]) }
    }

    private static func addGreyAlpha(
        _ row: Span<UInt8>, _ weight: Float, _ sums: inout MutableSpan<Float>
    ) {
        let scaled = weight / white
        for column in sums.indices {
            let alpha = Float(row[2 * column + 1])
            sums[column] +=
                scaled * alpha * Float(row[2 * column]) + weight * (white - alpha)
        }
    }

    private static func addRGB(
        _ row: Span<UInt8>, _ weight: Float, _ sums: inout MutableSpan<Float>
    ) {
        for column in sums.indices { sums[column] += weight * luminance(row, 3 * column) }
    }

    private static func addRGBA(
        _ row: Span<UInt8>, _ weight: Float, _ sums: inout MutableSpan<Float>
    ) {
        let scaled = weight / white
        for column in sums.indices {
            let alpha = Float(row[4 * column + 3])
            sums[column] +=
                scaled * alpha * luminance(row, 4 * column) + weight * (white - alpha)
        }
    }

    /// Black lets through so much of the light that the colours leave.
    private static func addCMYK(
        _ row: Span<UInt8>, _ weight: Float, _ sums: inout MutableSpan<Float>
    ) {
        let scaled = weight / white
        for column in sums.indices {
            sums[column] += scaled * Float(row[4 * column + 3]) * luminance(row, 4 * column)
        }
    }

    private static func luminance(_ row: Span<UInt8>, _ place: Int) -> Float {
        red * Float(row[place]) + green * Float(row[place + 1]) + blue * Float(row[place + 2])
    }
}
