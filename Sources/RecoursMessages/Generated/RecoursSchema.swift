// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x4b, 0xa9, 0xb4, 0x07, 0xbf, 0xc0, 0x61, 0x46,
        0x17, 0xfe, 0x9e, 0x4c, 0x17, 0x85, 0xbf, 0x75,
    ]
}
