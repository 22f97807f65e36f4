// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// Comparison of secrets.
package enum ConstantTime {
    /// Whether both hold the same bytes, in a time that tells no more than their lengths.
    package static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }
}
