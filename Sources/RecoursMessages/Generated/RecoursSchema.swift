// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x7e, 0xa4, 0xa6, 0x4f, 0xa3, 0x2e, 0xda, 0x29,
        0x00, 0x23, 0x4e, 0x6e, 0x24, 0x8d, 0xae, 0xaa,
    ]
}
