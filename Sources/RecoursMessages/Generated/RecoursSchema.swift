// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x7b, 0x0a, 0x59, 0x26, 0xc2, 0x25, 0xac, 0xba,
        0x36, 0x70, 0x53, 0x22, 0xb5, 0xd0, 0xf1, 0x92,
    ]
}
