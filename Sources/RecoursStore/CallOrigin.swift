// SPDX-License-Identifier: EUPL-1.2

/// The idempotency key of a call that is about no case, and the hash of what was asked with it.
package struct CallOrigin: Sendable, Hashable {
    /// 16 bytes.
    package var key: [UInt8]
    /// 32 bytes.
    package var fingerprint: [UInt8]

    package init(key: [UInt8], fingerprint: [UInt8]) {
        self.key = key
        self.fingerprint = fingerprint
    }
}
