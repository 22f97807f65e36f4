// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// Registered works, to be searched while they change.
///
/// Works lie in a few segments that never change, each at least eight times as large as the next.
/// A change makes a small new one and merges what is no longer that much larger, outside any lock
/// that a search takes; then the new snapshot takes the old one's place. So a search never waits,
/// while whoever changes may wait as long as a merge of everything takes: it belongs on a thread
/// that may be kept, and changes that come together are better given together.
package final class MatchIndex: Sendable {
    /// A segment stands alone only while it has so many times the works of the one after it.
    private static let growth = 8

    private let current: Mutex<MatchSnapshot>
    /// Guards nothing but the order of changes.
    private let changing = Mutex(())

    /// - Parameter works: the oldest first.
    package init(_ works: [RegisteredWork] = []) {
        current = Mutex(MatchSnapshot())
        change(adding: works)
    }

    /// The index as it is: for as many searches as shall see the same works.
    package var snapshot: MatchSnapshot {
        current.withLock { $0 }
    }

    /// Adds works, each in the place of one with its identifier, and removes others.
    /// - Parameter works: the oldest first; of several with one identifier the last counts.
    package func change(
        adding works: [RegisteredWork] = [], removing identifiers: [WorkIdentifier] = []
    ) {
        changing.withLock { _ in
            var next = snapshot
            for identifier in identifiers + works.map(\.identifier) {
                for part in next.parts.indices {
                    if next.parts[part].remove(identifier) { break }
                }
            }
            let added = Self.lastOfEach(works)
            Self.settle(&next, adding: added)
            let (parts, rarity) = (next.parts, next.rarity)
            current.withLock {
                $0.parts = parts
                $0.rarity = rarity
            }
        }
    }

    /// From the next search on these are no matches.
    package func exclude(_ exclusions: [Exclusion]) {
        changing.withLock { _ in
            var all = snapshot.exclusions
            for exclusion in exclusions {
                all[exclusion.work, default: WorkExclusions()].insert(exclusion)
            }
            current.withLock { $0.exclusions = all }
        }
    }

    /// Takes exclusions back.
    package func include(_ exclusions: [Exclusion]) {
        changing.withLock { _ in
            var all = snapshot.exclusions
            for exclusion in exclusions {
                all[exclusion.work]?.remove(exclusion)
                if all[exclusion.work]?.isEmpty == true { all[exclusion.work] = nil }
            }
            current.withLock { $0.exclusions = all }
        }
    }

    // MARK: Segments

    private static func lastOfEach(_ works: [RegisteredWork]) -> [RegisteredWork] {
        var last: [WorkIdentifier: Int] = [:]
        for (place, work) in works.enumerated() { last[work.identifier] = place }
        return works.enumerated().filter { last[$1.identifier] == $0 }.map(\.element)
    }

    /// Makes one segment of the new works and of all parts that would no longer be large enough, or
    /// of which more than half is removed.
    private static func settle(_ snapshot: inout MatchSnapshot, adding works: [RegisteredWork]) {
        snapshot.parts.removeAll { $0.alive == 0 }
        var count = works.count
        var kept = snapshot.parts.count
        let firstHalved =
            snapshot.parts.firstIndex { $0.alive * 2 < $0.segment.count } ?? kept
        while kept > 0 {
            let part = snapshot.parts[kept - 1]
            guard kept > firstHalved || (count > 0 && part.alive < growth * count) else { break }
            count += part.alive
            kept -= 1
        }
        if count > 0 {
            let merged = snapshot.parts[kept...].flatMap(\.works) + works.map(IndexedWork.init)
            snapshot.parts.removeSubrange(kept...)
            // How rare words are is learnt from the largest segment, whose weights rest on it.
            let rarity = snapshot.parts.isEmpty ? nil : snapshot.rarity
            let segment = Segment(merged, rarity: rarity)
            snapshot.parts.append(MatchSnapshot.Part(segment))
        }
        snapshot.rarity = snapshot.parts.first.map {
            WordRarity(of: $0.segment.wordTable, works: $0.segment.count)
        }
    }
}
