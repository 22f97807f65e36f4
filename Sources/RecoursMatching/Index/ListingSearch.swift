// SPDX-License-Identifier: EUPL-1.2

/// One listing's way through the segments of an index.
struct ListingSearch {
    /// A listing's picture that is a work's.
    private struct Pair {
        let work: UInt32
        let evidence: MatchEvidence.Picture
    }

    private let listing: ObservedListing
    private let exclusions: [WorkIdentifier: WorkExclusions]
    private let title: TitleWords
    private let words: [UInt32]
    /// Of each word, and of all.
    private let weights: [UInt32]
    private let titleWeight: Int
    private let brand: UInt32
    /// The listing's pictures by their places in it.
    private let pictures: [(place: Int, picture: ParityWords)]
    private(set) var answer = MatchAnswer()

    // Kept from segment to segment, so that their memory is.
    private var workspace = PictureTable.Workspace()
    private var titleSearch = TitleSearch()
    private var pairs: [Pair] = []

    init(
        _ listing: ObservedListing, rarity: WordRarity?,
        exclusions: [WorkIdentifier: WorkExclusions]
    ) {
        self.listing = listing
        self.exclusions = exclusions
        title = TitleWords(listing.title)
        words = title.hashes
        weights = words.map { rarity?.weight(of: $0) ?? 0 }
        titleWeight = weights.reduce(0) { $0 + Int($1) }
        brand = TitleWords.brand(listing.brand)
        pictures = listing.pictures.prefix(ObservedListing.mostPictures).enumerated()
            .filter(\.element.isTelling)
            .map { ($0.offset, ParityWords($0.element.fingerprint)) }
        answer.cuts.pictures = listing.pictures.count - pictures.count
    }

    mutating func search(_ part: MatchSnapshot.Part) {
        let segment = part.segment
        findPictures(segment.pictureTable)
        let coded = findCodes(segment)
        var works = pairs.map(\.work) + coded + findTitles(segment)
        works.sort()
        var pair = 0
        for (place, work) in works.enumerated() where place == 0 || works[place - 1] != work {
            while pair < pairs.count, pairs[pair].work < work { pair += 1 }
            let first = pair
            while pair < pairs.count, pairs[pair].work == work { pair += 1 }
            guard part.isAlive(Int(work)),
                segment.records[Int(work)].platforms.contains(listing.platform)
            else { continue }
            weigh(
                Int(work), of: segment, pictures: pairs[first..<pair].map(\.evidence),
                isCodeEqual: coded.contains(work))
        }
    }

    /// The best of all segments, ready to be returned.
    mutating func finish() -> MatchAnswer {
        // Works were met by age, and equal scores must stay so.
        let order = answer.candidates.indices.sorted {
            let (left, right) = (answer.candidates[$0].score, answer.candidates[$1].score)
            return left != right ? left > right : $0 < $1
        }
        answer.candidates = order.prefix(MatchLimits.candidates).map { answer.candidates[$0] }
        return answer
    }

    // MARK: Candidates

    /// Fills `pairs`, by work and then by picture, the nearest for each.
    private mutating func findPictures(_ table: PictureTable) {
        pairs.removeAll(keepingCapacity: true)
        for (place, picture) in pictures {
            answer.cuts.crowdedKeys += table.find(picture, &workspace)
            var hits = workspace.hits
            hits.sort { ($0.picture, $0.distance) < ($1.picture, $1.distance) }
            for (index, hit) in hits.enumerated()
            where index == 0 || hits[index - 1].picture != hit.picture {
                let owners = table.owners(of: hit.picture)
                let room = MatchLimits.picturePairs - pairs.count
                let looked = owners.prefix(min(MatchLimits.worksPerPicture, room))
                answer.cuts.works += owners.count - looked.count
                for work in looked {
                    let evidence = MatchEvidence.Picture(
                        place: place, distance: hit.distance, symmetry: hit.symmetry)
                    pairs.append(Pair(work: work, evidence: evidence))
                }
            }
        }
        pairs.sort {
            ($0.work, $0.evidence.place, $0.evidence.distance)
                < ($1.work, $1.evidence.place, $1.evidence.distance)
        }
        var kept: [Pair] = []
        for pair in pairs
        where kept.last?.work != pair.work || kept.last?.evidence.place != pair.evidence.place {
            kept.append(pair)
        }
        pairs = kept
    }

    private mutating func findCodes(_ segment: Segment) -> [UInt32] {
        var works: [UInt32] = []
        for code in listing.codes.prefix(RegisteredWork.mostCodes) {
            let all = segment.places(of: code)
            let looked = all.prefix(MatchLimits.worksPerCode)
            answer.cuts.works += all.count - looked.count
            works += looked.filter { segment.codes[Int($0)].contains(code) }
        }
        return works
    }

    /// Works that share the rarest words, those with the rarest and the most of them first.
    private mutating func findTitles(_ segment: Segment) -> [UInt32] {
        var postings: [TitleSearch.Posting] = []
        for (word, weight) in zip(words, weights) {
            let works = segment.wordTable.works(of: word)
            if works.count > MatchLimits.worksPerWord {
                answer.cuts.commonWords += 1
            } else if !works.isEmpty {
                postings.append((works, weight))
            }
        }
        return titleSearch.works(sharing: postings)
    }

    // MARK: Evidence

    private mutating func weigh(
        _ work: Int, of segment: Segment, pictures: [MatchEvidence.Picture], isCodeEqual: Bool
    ) {
        let record = segment.records[work]
        let identifier = record.identifier
        var pictures = pictures
        if !exclusions.isEmpty, let excluded = exclusions[identifier] {
            if excluded.contains(listing, for: identifier) { return }
            pictures.removeAll {
                excluded.contains(
                    listing.pictures[$0.place].fingerprint, onPlatform: listing.platform)
            }
        }
        let evidence = MatchEvidence(
            pictures: pictures, title: titleEvidence(work, segment),
            brand: brandEvidence(record.brand), isCodeEqual: isCodeEqual,
            pricePermille: record.price.flatMap { listing.price?.permille(of: $0) })
        let score = MatchScore.score(evidence)
        guard score > 0 else { return }
        answer.candidates.append(
            MatchCandidate(work: identifier, score: score, evidence: evidence))
    }

    private func titleEvidence(_ work: Int, _ segment: Segment) -> MatchEvidence.Title? {
        var shared = 0
        var weight = 0
        var place = 0
        for word in segment.words[work] {
            while place < words.count, words[place] < word { place += 1 }
            guard place < words.count else { break }
            if words[place] == word {
                shared += 1
                weight += Int(weights[place])
            }
        }
        guard shared > 0 else { return nil }
        let all = Int(segment.records[work].titleWeight) + titleWeight
        return MatchEvidence.Title(
            sharedWords: shared, similarity: all > 0 ? min(1_000, 2_000 * weight / all) : 0,
            rarity: weight / 16)
    }

    private func brandEvidence(_ theirs: UInt32) -> MatchEvidence.Brand {
        guard theirs != 0 else { return .unknown }
        if brand == theirs || title.names(theirs) { return .equal }
        return brand == 0 ? .unknown : .different
    }
}
