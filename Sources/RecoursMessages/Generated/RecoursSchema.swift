// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x11, 0x3b, 0xac, 0xc5, 0x70, 0x7d, 0x4b, 0x6a,
        0xfe, 0x7c, 0xa3, 0x69, 0x85, 0x4f, 0xb1, 0xa5,
    ]
}
