// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x60, 0x18, 0x0b, 0xfa, 0x70, 0xde, 0x92, 0x22,
        0xa3, 0x09, 0x5a, 0x27, 0x53, 0xe5, 0xf9, 0xc8,
    ]
}
