// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0xfd, 0xf5, 0xae, 0x4d, 0x18, 0xfd, 0xe7, 0x4e,
        0x29, 0x29, 0x06, 0xbc, 0xe3, 0xa0, 0x5c, 0xdb,
    ]
}
