// SPDX-License-Identifier: EUPL-1.2

internal import CProtobufC

/// The protobuf-c library that this process runs with.
package enum ProtobufCVersion {
    /// 1.4.1: earlier ones have CVE-2022-48468, an unsigned overflow in parsing.
    private static let lowest: UInt32 = 1_004_001

    /// The library's version, e.g. "1.4.1".
    package static var text: String { String(cString: protobuf_c_version()) }

    /// Whether the library is one that may be used; to be asked once, before anything is decoded.
    package static var isSupported: Bool { protobuf_c_version_number() >= lowest }
}
