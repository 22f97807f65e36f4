// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0xbd, 0x7d, 0x8b, 0xc7, 0x0e, 0x3f, 0x74, 0x50,
        0x66, 0xb4, 0xde, 0x2e, 0x2a, 0x8b, 0xbf, 0x8d,
    ]
}
