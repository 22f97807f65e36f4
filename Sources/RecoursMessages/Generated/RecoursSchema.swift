// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x9a, 0xb6, 0x29, 0x26, 0xd3, 0x63, 0x4c, 0x0d,
        0xfd, 0x63, 0x29, 0x66, 0x6a, 0x60, 0x39, 0x49,
    ]
}
