// SPDX-License-Identifier: EUPL-1.2

/// Pictures found within the radius of a query, in whatever way they are laid; exact.
///
/// At most 31 different bits in four words leave one word with at most 7. That word's four chunks
/// of 16 bits, as a ring, have one that differs in at most one bit and together with the next in at
/// most three: were it otherwise for each chunk, the ring would add up to 8. So sixteen tables of
/// chunks, asked for a chunk and its neighbours one bit away, name every picture within the radius,
/// and the next chunk throws out nearly all others before their hashes are read.
struct PictureTable: Sendable {
    /// A picture within the radius.
    struct Hit: Sendable {
        let picture: Int
        let distance: Int
        let symmetry: PictureSymmetry
    }

    /// Distinct pictures, the oldest first.
    let pictures: [ParityWords]
    /// Whose each picture is: the range of `owners` that begins here, and the end of the last.
    private let ownerStarts: [UInt32]
    /// Places of works, the oldest first.
    private let owners: [UInt32]
    private let chunks: ChunkIndex

    /// - Parameter works: the pictures of each work, the oldest work first.
    init(of works: [[ParityWords]]) {
        var pictures: [ParityWords] = []
        var places: [ParityWords: UInt32] = [:]
        var pairs: [(picture: UInt32, owner: UInt32)] = []
        for (owner, own) in works.enumerated() {
            for picture in own {
                let place = places[picture] ?? UInt32(pictures.count)
                if place == pictures.count {
                    places[picture] = place
                    pictures.append(picture)
                }
                pairs.append((place, UInt32(owner)))
            }
        }
        self.pictures = pictures
        var starts = [UInt32](repeating: 0, count: pictures.count + 1)
        for pair in pairs { starts[Int(pair.picture) + 1] += 1 }
        for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
        ownerStarts = starts
        var owners = [UInt32](repeating: 0, count: pairs.count)
        for pair in pairs {
            owners[Int(starts[Int(pair.picture)])] = pair.owner
            starts[Int(pair.picture)] += 1
        }
        self.owners = owners
        chunks = ChunkIndex(pictures)
    }

    func owners(of picture: Int) -> ArraySlice<UInt32> {
        owners[Int(ownerStarts[picture])..<Int(ownerStarts[picture + 1])]
    }

    /// Memory of a search, kept from picture to picture.
    struct Workspace {
        fileprivate var chunks = ChunkIndex.Workspace()
        /// Changed by what is read ahead, so that it is read.
        fileprivate var read: UInt64 = 0
        /// What was found. A picture may be there repeatedly, once a chunk that led to it.
        var hits: [Hit] = []
    }

    /// Replaces the workspace's hits.
    ///
    /// - Returns: how many keys were too crowded to try all of their pictures.
    func find(_ query: ParityWords, _ work: inout Workspace) -> Int {
        work.hits.removeAll(keepingCapacity: true)
        return find(query, swapsAxes: false, &work)
            + find(query.transposed, swapsAxes: true, &work)
    }

    private func find(_ query: ParityWords, swapsAxes: Bool, _ work: inout Workspace) -> Int {
        let crowded = chunks.find(query, &work.chunks)
        // They lie anywhere in memory; as in `ChunkIndex.find`, the processor waits for many.
        for candidate in work.chunks.found { work.read |= pictures[Int(candidate)].words[0] }
        for candidate in work.chunks.found {
            let nearest = query.nearest(pictures[Int(candidate)])
            guard nearest.distance <= PictureFingerprint.radius else { continue }
            work.hits.append(
                Hit(
                    picture: Int(candidate), distance: nearest.distance,
                    symmetry: PictureSymmetry(swapsAxes: swapsAxes, mirror: nearest.mirror)))
        }
        return crowded
    }

    /// The pictures of each of so many works, as they were given.
    func pictures(ofWorks count: Int) -> [[ParityWords]] {
        var works = [[ParityWords]](repeating: [], count: count)
        for picture in pictures.indices {
            for owner in owners(of: picture) { works[Int(owner)].append(pictures[picture]) }
        }
        return works
    }

    /// Bytes held.
    var size: Int {
        chunks.size + pictures.count * 32
            + (ownerStarts.count + owners.count) * 4
    }
}
