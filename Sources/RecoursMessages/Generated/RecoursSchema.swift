// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0xef, 0x05, 0x5d, 0x56, 0x9d, 0xf7, 0x61, 0xb3,
        0x24, 0x6a, 0x0e, 0x80, 0xd4, 0xe0, 0x5e, 0xfb,
    ]
}
