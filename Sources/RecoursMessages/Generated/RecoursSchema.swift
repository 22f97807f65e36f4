// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x65, 0x2d, 0x3e, 0xd0, 0xb2, 0x4a, 0x63, 0x26,
        0x1a, 0x30, 0x6e, 0x58, 0x20, 0xfb, 0xce, 0x5b,
    ]
}
