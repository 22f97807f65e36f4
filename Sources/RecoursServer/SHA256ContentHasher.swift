// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto
internal import RecoursStore

/// What the store is given to hash contents that come in parts.
package final class SHA256ContentHasher: ContentHasher {
    private struct Used: Error {}

    private var hasher: SHA256Hasher?

    package init() throws {
        hasher = try SHA256Hasher()
    }

    package func update(_ bytes: [UInt8]) throws {
        guard var hasher = hasher.take() else { throw Used() }
        try hasher.update(bytes)
        self.hasher = consume hasher
    }

    package func finish() throws -> [UInt8] {
        guard let hasher = hasher.take() else { throw Used() }
        return try hasher.finish().bytes
    }
}
