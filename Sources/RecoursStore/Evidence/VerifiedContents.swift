// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// Contents that have been hashed and found right, so that not every download hashes a whole file.
final class VerifiedContents: Sendable {
    /// Some hundred kilobytes; one that is forgotten is hashed again.
    private static let most = 4_096

    private let contents = Mutex<Set<[UInt8]>>([])

    func contains(_ content: [UInt8]) -> Bool { contents.withLock { $0.contains(content) } }

    func note(_ content: [UInt8], isIntact: Bool) {
        contents.withLock { contents in
            if !isIntact {
                contents.remove(content)
                return
            }
            if contents.count >= Self.most { contents = [] }
            contents.insert(content)
        }
    }
}
