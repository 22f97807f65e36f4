// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x4d, 0x3c, 0x38, 0x92, 0x89, 0x28, 0x32, 0xfa,
        0x7c, 0x87, 0x4d, 0x63, 0x76, 0xfc, 0x9c, 0x4c,
    ]
}
