// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0xa8, 0xc8, 0x6f, 0x8a, 0xb1, 0x16, 0x53, 0xd3,
        0xb5, 0xe0, 0x94, 0x5e, 0x8a, 0x78, 0x6f, 0x28,
    ]
}
