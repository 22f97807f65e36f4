// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x78, 0x86, 0x6a, 0xc8, 0xb9, 0x15, 0x83, 0x03,
        0x71, 0xf0, 0x5a, 0x99, 0x67, 0xf7, 0x1a, 0x3d,
    ]
}
