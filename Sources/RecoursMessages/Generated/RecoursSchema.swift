// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x7d, 0x5b, 0x33, 0x61, 0x1f, 0x84, 0x72, 0x13,
        0x4c, 0x4f, 0x2b, 0x7d, 0x0f, 0xb3, 0xf8, 0x85,
    ]
}
