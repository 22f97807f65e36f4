// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x03, 0x35, 0x3a, 0x1e, 0xb6, 0xf5, 0x4e, 0x1a,
        0x65, 0xd8, 0x4f, 0xdf, 0x39, 0xc4, 0xc9, 0x4d,
    ]
}
