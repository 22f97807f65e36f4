// SPDX-License-Identifier: EUPL-1.2

import RecoursCrypto
import RecoursProof

/// A tree's entries, and the nodes that a store keeps of them: levels 0, 8 and 16.
struct KeptNodes: MerkleNodes {
    private(set) var entries: [[UInt8]] = []
    private var levels: [Int: [SHA256Digest]] = [:]

    init(count: Int) throws {
        for number in 0..<count { try append(Array("entry \(number)".utf8)) }
    }

    mutating func append(_ entry: [UInt8]) throws {
        entries.append(entry)
        levels[0, default: []].append(try MerkleHash.leaf(entry))
        for level in [8, 16] where entries.count.isMultiple(of: 1 << level) {
            let first = entries.count - 1 << level
            levels[level, default: []].append(
                try naiveRoot(entries[first..<(first + 1 << level)]))
        }
    }

    func nodes(
        level: Int, from index: UInt64, count: Int
    ) throws(ProofError) -> [SHA256Digest] {
        let kept = levels[level] ?? []
        guard count <= 256, Int(index) + count <= kept.count else { return [] }
        return Array(kept[Int(index)..<(Int(index) + count)])
    }
}

// RFC 6962 §2.1 and RFC 9162 §2.1, written down as they stand there: no tiles, no shortcuts.

func naiveRoot(_ entries: ArraySlice<[UInt8]>) throws -> SHA256Digest {
    switch entries.count {
    case 0: return try SHA256.digest(of: [])
    case 1: return try SHA256.digest(of: [0] + entries[entries.startIndex])
    default:
        let middle = entries.startIndex + split(entries.count)
        let left = try naiveRoot(entries[..<middle])
        let right = try naiveRoot(entries[middle...])
        return try SHA256.digest(of: [1] + left.bytes + right.bytes)
    }
}

func naivePath(_ place: Int, _ entries: ArraySlice<[UInt8]>) throws -> [SHA256Digest] {
    if entries.count == 1 { return [] }
    let left = split(entries.count)
    let middle = entries.startIndex + left
    if place < left {
        return try naivePath(place, entries[..<middle]) + [naiveRoot(entries[middle...])]
    }
    return try naivePath(place - left, entries[middle...]) + [naiveRoot(entries[..<middle])]
}

func naiveConsistency(
    _ earlier: Int, _ entries: ArraySlice<[UInt8]>, isWhole: Bool = true
) throws -> [SHA256Digest] {
    if earlier == entries.count { return isWhole ? [] : [try naiveRoot(entries)] }
    let left = split(entries.count)
    let middle = entries.startIndex + left
    if earlier <= left {
        return try naiveConsistency(earlier, entries[..<middle], isWhole: isWhole)
            + [naiveRoot(entries[middle...])]
    }
    return try naiveConsistency(earlier - left, entries[middle...], isWhole: false)
        + [naiveRoot(entries[..<middle])]
}

/// The largest power of two below a count of at least 2.
private func split(_ count: Int) -> Int {
    var power = 1
    while power * 2 < count { power *= 2 }
    return power
}
