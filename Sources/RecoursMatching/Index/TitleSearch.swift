// SPDX-License-Identifier: EUPL-1.2

/// Finds the works of a segment whose titles share most of a listing's rarest words.
struct TitleSearch {
    /// The works that have a word, ascending, and what the word weighs.
    typealias Posting = (works: ArraySlice<UInt32>, weight: UInt32)

    /// A work, and what the words weigh that it shares.
    private struct Share {
        let work: UInt32
        var weight: UInt32
    }

    // Kept from segment to segment, so that their memory is.
    private var shares: [Share] = []
    private var merged: [Share] = []

    /// Of equal works the older.
    mutating func works(sharing postings: [Posting]) -> [UInt32] {
        shares.removeAll(keepingCapacity: true)
        let rarest = postings.sorted { $0.works.count < $1.works.count }
        for posting in rarest.prefix(MatchLimits.soughtWords) { merge(posting) }
        return best()
    }

    private mutating func merge(_ posting: Posting) {
        merged.removeAll(keepingCapacity: true)
        var place = 0
        for work in posting.works {
            while place < shares.count, shares[place].work < work {
                merged.append(shares[place])
                place += 1
            }
            var share = Share(work: work, weight: posting.weight)
            if place < shares.count, shares[place].work == work {
                share.weight += shares[place].weight
                place += 1
            }
            merged.append(share)
        }
        merged += shares[place...]
        swap(&shares, &merged)
    }

    /// Those with the most weight: few ever enter, so they are kept in order meanwhile.
    private func best() -> [UInt32] {
        let most = MatchLimits.worksPerTitle
        guard shares.count > most else { return shares.map(\.work) }
        var best: [Share] = []
        best.reserveCapacity(most)
        for share in shares {
            if best.count == most {
                guard share.weight > best[most - 1].weight else { continue }
                best.removeLast()
            }
            let place = best.firstIndex { $0.weight < share.weight } ?? best.count
            best.insert(share, at: place)
        }
        return best.map(\.work)
    }
}
