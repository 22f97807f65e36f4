// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// A certificate's serial number, of 20 octets at most and not negative (RFC 5280 §4.1.2.2).
struct TLSSerialNumber: Hashable, Sendable {
    private var high: UInt64 = 0
    private var middle: UInt64 = 0
    private var low: UInt32 = 0

    /// Nil if the number is longer than any certificate's may be, or negative.
    init?(_ number: UnsafePointer<ASN1_INTEGER>?) {
        guard let number, number.pointee.type == V_ASN1_INTEGER,
            let octets = number.pointee.data, (1...20).contains(number.pointee.length)
        else { return nil }
        for octet in UnsafeBufferPointer(start: octets, count: Int(number.pointee.length)) {
            high = high << 8 | middle >> 56
            middle = middle << 8 | UInt64(low >> 24)
            low = low << 8 | UInt32(octet)
        }
    }
}
