// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0xdc, 0x6a, 0x0c, 0xfe, 0x42, 0x74, 0x7b, 0xc4,
        0x96, 0xa3, 0x65, 0x76, 0x35, 0xce, 0xfe, 0x4c,
    ]
}
