// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x7b, 0x58, 0xfa, 0xe0, 0xaa, 0x7a, 0xbe, 0xd2,
        0xd9, 0x21, 0x29, 0xa3, 0xc0, 0x7e, 0x41, 0x7b,
    ]
}
