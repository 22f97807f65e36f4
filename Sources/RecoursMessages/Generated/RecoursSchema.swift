// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0xe7, 0x80, 0xf8, 0xab, 0xd0, 0x72, 0xa8, 0x95,
        0x39, 0x7e, 0xab, 0x78, 0xdf, 0x27, 0xdc, 0x22,
    ]
}
