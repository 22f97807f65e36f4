// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x04, 0x71, 0xb5, 0x4b, 0xfa, 0xbc, 0x01, 0xc9,
        0x62, 0xe5, 0x46, 0x2b, 0x7d, 0x19, 0x2c, 0xa6,
    ]
}
