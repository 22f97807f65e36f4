// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x2e, 0xdd, 0x85, 0x31, 0x25, 0xf0, 0xf9, 0x87,
        0xdf, 0xbe, 0xc6, 0x19, 0xd6, 0xa8, 0x27, 0x40,
    ]
}
