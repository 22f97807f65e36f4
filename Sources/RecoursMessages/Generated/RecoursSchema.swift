// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x30, 0x42, 0x34, 0x69, 0x13, 0x2b, 0x1f, 0x44,
        0xf6, 0x39, 0xb8, 0x82, 0x01, 0x55, 0x0e, 0xef,
    ]
}
