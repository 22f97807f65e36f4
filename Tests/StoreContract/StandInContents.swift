// SPDX-License-Identifier: EUPL-1.2

package import RecoursStore
internal import Synchronization

/// Files of evidence that are nowhere: all are there, but for those removed.
package final class StandInContents: EvidenceContents {
    private let gone: Mutex<Set<[UInt8]>>

    package init(without gone: Set<[UInt8]> = []) {
        self.gone = Mutex(gone)
    }

    package var removed: Set<[UInt8]> { gone.withLock { $0 } }

    package func has(_ content: EvidenceContent) -> Bool {
        gone.withLock { !$0.contains(content.sha256) }
    }

    package func remove(_ sha256: [UInt8]) -> UInt64? {
        gone.withLock { $0.insert(sha256).inserted ? 1_000 : nil }
    }
}
