// SPDX-License-Identifier: EUPL-1.2

/// How much of a picture is read. All of it is looked at before a pixel is decoded.
public enum PictureLimits {
    /// Bytes of a file: as much as a file of evidence may have.
    public static let fileBytes = 20 * 1_024 * 1_024
    /// Width times height: more than cameras of reporters take, and at four bytes a pixel a quarter
    /// of a gibibyte.
    public static let pixels = 64 * 1_024 * 1_024
    /// Pixels a side; below, PDQ has no hash.
    public static let leastSide = 5
    /// Passes over a JPEG. Encoders write about ten; each costs the time of all pixels, and a few
    /// bytes of file.
    public static let scans = 64
}
