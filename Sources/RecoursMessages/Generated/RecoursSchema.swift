// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x8b, 0x24, 0x52, 0xdd, 0x50, 0x38, 0x6d, 0x14,
        0xca, 0x00, 0xf8, 0xd5, 0x32, 0x92, 0x79, 0x61,
    ]
}
