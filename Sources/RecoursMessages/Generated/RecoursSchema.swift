// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0xb7, 0x0a, 0xf0, 0xfb, 0xb5, 0xbb, 0xd5, 0xd1,
        0x37, 0xd4, 0xad, 0x6f, 0x68, 0x92, 0x89, 0xa8,
    ]
}
