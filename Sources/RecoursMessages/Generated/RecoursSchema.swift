// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours.

/// The schema that this software was built with.
package enum RecoursSchema {
    /// First 16 bytes of SHA-256 over the schema's descriptor set; HELLO carries it.
    package static let hash: [UInt8] = [
        0x8d, 0x2b, 0x04, 0x68, 0xb8, 0xd2, 0x2a, 0x06,
        0x5f, 0xe4, 0xf6, 0xb7, 0x5d, 0xec, 0xbd, 0xe5,
    ]
}
