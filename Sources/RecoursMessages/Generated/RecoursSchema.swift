// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x28, 0x32, 0xd4, 0x70, 0xbd, 0x35, 0x08, 0xd5,
        0x68, 0x8f, 0x23, 0xc9, 0xe7, 0xb2, 0x20, 0x6b,
    ]
}
