// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x4e, 0x09, 0xd8, 0x47, 0x80, 0x6b, 0x33, 0x09,
        0xcd, 0x21, 0x21, 0x81, 0x97, 0x83, 0x01, 0x04,
    ]
}
