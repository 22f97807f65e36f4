// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x98, 0x2b, 0x5d, 0x9a, 0x08, 0x4e, 0x0d, 0xd8,
        0x96, 0x3f, 0xcd, 0x4c, 0x1a, 0x0a, 0xe9, 0x04,
    ]
}
