// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x3c, 0xec, 0x2c, 0xe1, 0x16, 0x8a, 0x77, 0xe9,
        0xc6, 0x86, 0xb3, 0x8c, 0x3b, 0x4d, 0xe6, 0xcb,
    ]
}
