// SPDX-License-Identifier: EUPL-1.2

private import Foundation

extension PictureSample {
    /// The file.
    package var bytes: [UInt8] {
        Data(base64Encoded: rawValue).map(Array.init) ?? []
    }
}
