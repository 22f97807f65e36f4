// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x62, 0xcb, 0x7b, 0xc4, 0x7c, 0xac, 0x9d, 0x34,
        0x88, 0x69, 0x77, 0x8b, 0x3d, 0x0b, 0xdf, 0x3c,
    ]
}
