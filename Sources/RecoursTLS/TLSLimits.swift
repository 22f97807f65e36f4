// SPDX-License-Identifier: EUPL-1.2

/// What a peer may cost before and after it has shown who it is.
package struct TLSLimits: Hashable, Sendable {
    /// Bytes that the peer may send until the handshake is complete.
    ///
    /// A chain of three P-256 certificates and a hybrid key share stay under 8 KiB; 64 KiB leaves
    /// room for foreign CAs and none for a flood (security.md §4.3).
    package var handshakeBytes: Int = 65_536

    /// KeyUpdate messages of the peer within one minute; one more ends the connection.
    ///
    /// Each costs a key derivation and maybe an answer, for 22 bytes. Honest stacks send one after
    /// 2^24 records or more (security.md §2a row 5).
    package var keyUpdatesPerMinute: Int = 32

    /// Records that we send under one key before we change it, 1 or more.
    ///
    /// AES-GCM keeps its margin up to 2^24.5 full records (RFC 8446 §5.5); OpenSSL doesn't count.
    package var recordsPerKey: Int = 16_777_216

    package init() {}
}
