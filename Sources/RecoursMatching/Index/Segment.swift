// SPDX-License-Identifier: EUPL-1.2

/// Works that never change: what reads them needs no lock.
struct Segment: Sendable {
    /// What is looked at of each candidate: together, for each look elsewhere in memory takes as
    /// long as reckoning with all of it.
    struct Record: Sendable {
        let identifier: WorkIdentifier
        let platforms: PlatformSet
        let brand: UInt32
        /// The rarity of all words of the title.
        let titleWeight: UInt32
        let price: Price?
    }

    let records: [Record]
    let words: Rows<UInt32>
    let codes: Rows<ProductCode>

    let pictureTable: PictureTable
    let wordTable: PostingTable
    private let codeTable: PostingTable
    /// Places in the order of identifiers.
    private let order: [UInt32]

    /// - Parameters:
    ///   - works: the oldest first; of two with one identifier only one may be here.
    ///   - rarity: how rare words are; nil to take it from these works.
    init(_ works: [IndexedWork], rarity: WordRarity?) {
        words = Rows(works.map(\.words))
        codes = Rows(works.map(\.codes))
        pictureTable = PictureTable(of: works.map(\.pictures))
        wordTable = PostingTable(Self.pairs(works) { $0.words })
        codeTable = PostingTable(Self.pairs(works) { $0.codes.map(Self.hash) })
        let rarity = rarity ?? WordRarity(of: wordTable, works: works.count)
        records = works.map { work in
            Record(
                identifier: work.identifier, platforms: work.platforms, brand: work.brand,
                titleWeight: rarity.weight(of: work.words), price: work.price)
        }
        order = works.indices.map { UInt32($0) }
            .sorted { works[Int($0)].identifier.rawValue < works[Int($1)].identifier.rawValue }
    }

    private static func pairs(
        _ works: [IndexedWork], _ keys: (IndexedWork) -> [UInt32]
    ) -> [UInt64] {
        works.enumerated().flatMap { place, work in
            keys(work).map { UInt64($0) << 32 | UInt64(place) }
        }
    }

    /// GTINs follow one another in number; tables want keys that are spread.
    private static func hash(_ code: ProductCode) -> UInt32 {
        var hash = StableHash()
        hash.combine(code.key)
        return hash.short
    }

    var count: Int { records.count }

    /// Where a work stands, or nil.
    func place(of identifier: WorkIdentifier) -> Int? {
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if records[Int(order[middle])].identifier.rawValue < identifier.rawValue {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < order.count, records[Int(order[low])].identifier == identifier else {
            return nil
        }
        return Int(order[low])
    }

    /// The works with a code, the oldest first, and perhaps few whose code has the same hash.
    func places(of code: ProductCode) -> ArraySlice<UInt32> {
        codeTable.works(of: Self.hash(code))
    }

    /// The works again, for another segment to be made of them.
    var works: [IndexedWork] {
        let pictures = pictureTable.pictures(ofWorks: count)
        return records.indices.map { place in
            let record = records[place]
            return IndexedWork(
                identifier: record.identifier, platforms: record.platforms,
                codes: Array(codes[place]), words: Array(words[place]),
                brand: record.brand, pictures: pictures[place], price: record.price)
        }
    }

    /// Bytes held by pictures, and by all else.
    var sizes: (pictures: Int, others: Int) {
        let others = count * (MemoryLayout<Record>.stride + 4)
        return (
            pictureTable.size,
            others + words.size + codes.size + wordTable.size + codeTable.size
        )
    }
}

/// Many short rows in one array.
struct Rows<Element: Sendable>: Sendable {
    private let starts: [UInt32]
    private let elements: [Element]

    init(_ rows: [[Element]]) {
        var starts: [UInt32] = [0]
        starts.reserveCapacity(rows.count + 1)
        var elements: [Element] = []
        for row in rows {
            elements.append(contentsOf: row)
            starts.append(UInt32(elements.count))
        }
        self.starts = starts
        self.elements = elements
    }

    subscript(_ row: Int) -> ArraySlice<Element> {
        elements[Int(starts[row])..<Int(starts[row + 1])]
    }

    /// Bytes held.
    var size: Int { starts.count * 4 + elements.count * MemoryLayout<Element>.stride }
}
