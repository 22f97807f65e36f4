// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x25, 0x2d, 0x39, 0xe8, 0x26, 0xb7, 0xf3, 0xb7,
        0x30, 0x8e, 0xd5, 0x8d, 0xa7, 0xb3, 0x2e, 0xbe,
    ]
}
