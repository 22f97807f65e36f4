// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x20, 0xec, 0x52, 0x07, 0xff, 0x14, 0xb6, 0x5a,
        0xe1, 0xf4, 0x7f, 0x1b, 0x91, 0x78, 0x5d, 0x33,
    ]
}
