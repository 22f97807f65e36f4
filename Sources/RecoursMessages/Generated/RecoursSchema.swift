// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x31, 0xb6, 0x0a, 0x18, 0xab, 0xff, 0x95, 0xac,
        0x9d, 0x3e, 0x1b, 0x6e, 0xbd, 0x79, 0xcb, 0x91,
    ]
}
