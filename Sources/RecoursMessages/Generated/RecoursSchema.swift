// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x0b, 0x95, 0x5a, 0x3d, 0x01, 0xe8, 0x46, 0x94,
        0x3d, 0x8f, 0xd8, 0x28, 0xf3, 0xf7, 0x4d, 0xdd,
    ]
}
