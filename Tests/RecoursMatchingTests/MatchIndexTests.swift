// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import MatchingSets
import Testing

@testable import RecoursMatching

@Suite("Index of works")
struct MatchIndexTests {
    private let made: [MadeWork]
    private let works: [RegisteredWork]

    init() {
        var maker = WorkMaker(seed: 21, pictures: 1...6, brands: 60)
        made = maker.works(300)
        works = made.map(\.work)
    }

    private func listing(of work: RegisteredWork, platform: Int = 0) -> ObservedListing {
        ObservedListing(
            platform: platform, identifier: "L1", seller: "S1", title: work.title,
            codes: work.codes, pictures: work.pictures)
    }

    private func names(_ work: RegisteredWork, _ answer: MatchAnswer) -> Bool {
        answer.candidates.contains { $0.work == work.identifier }
    }

    @Test("A listing with a work's pictures, title and code names that work first")
    func findsWorks() throws {
        let index = MatchIndex(works).snapshot
        #expect(index.count == works.count)
        for work in works {
            let first = try #require(index.candidates(for: listing(of: work)).candidates.first)
            #expect(first.work == work.identifier)
            #expect(first.evidence.isCodeEqual)
            #expect(first.evidence.pictures.count == work.pictures.count)
            #expect(first.evidence.pictures.allSatisfy { $0.distance == 0 })
        }
    }

    @Test("Works added one by one, in batches or at once are found alike")
    func growthMakesNoDifference() {
        let whole = MatchIndex(works)
        let grown = MatchIndex()
        for work in works.prefix(100) { grown.change(adding: [work]) }
        grown.change(adding: Array(works[100..<250]))
        for work in works[250...] { grown.change(adding: [work]) }
        #expect(grown.snapshot.count == works.count)
        #expect(grown.snapshot.parts.count <= 4)
        var listings = ListingMaker(seed: 5, after: made)
        for labelled in listings.mixed(60) {
            // Rarity is learnt from the largest segment, so titles may lead to other works.
            func pictures(_ index: MatchIndex) -> Set<[MatchEvidence.Picture]> {
                let candidates = index.snapshot.candidates(for: labelled.listing).candidates
                return Set(candidates.map(\.evidence.pictures).filter { !$0.isEmpty })
            }
            #expect(pictures(whole) == pictures(grown))
        }
    }

    @Test("A removed work is named no more, and one put again counts as it is now")
    func removalRemoves() throws {
        let index = MatchIndex(works)
        for (place, work) in works.enumerated() where place % 3 == 0 {
            index.change(removing: [work.identifier])
        }
        #expect(index.snapshot.count == works.count - 100)
        for (place, work) in works.enumerated() {
            let answer = index.snapshot.candidates(for: listing(of: work))
            #expect(names(work, answer) == (place % 3 != 0))
        }
        var changed = works[1]
        changed.pictures = []
        changed.codes = []
        changed.title = "tout autre chose"
        index.change(adding: [changed])
        #expect(!names(changed, index.snapshot.candidates(for: listing(of: works[1]))))
        index.change(removing: works.map(\.identifier))
        #expect(index.snapshot.count == 0)
        #expect(index.snapshot.candidates(for: listing(of: works[2])).candidates.isEmpty)
    }

    @Test("Of two works with one identifier in a change the last counts")
    func lastOfTwins() {
        var twin = works[0]
        twin.platforms = PlatformSet([3])
        let index = MatchIndex([works[0], twin]).snapshot
        #expect(index.count == 1)
        #expect(!names(twin, index.candidates(for: listing(of: works[0], platform: 0))))
        #expect(names(twin, index.candidates(for: listing(of: works[0], platform: 3))))
    }

    @Test("A work is held against its platforms only; those with large numbers share one")
    func platformsAreKept() {
        var work = works[0]
        work.platforms = PlatformSet([2, 500])
        let index = MatchIndex([work]).snapshot
        for (platform, isHeld) in [(0, false), (2, true), (126, false), (127, true), (900, true)] {
            let answer = index.candidates(for: listing(of: work, platform: platform))
            #expect(names(work, answer) == isHeld)
        }
    }

    @Test("A snapshot stays as it was while the index changes under other threads")
    func snapshotsStay() async {
        let index = MatchIndex(works)
        let before = index.snapshot
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for work in works { index.change(removing: [work.identifier]) }
            }
            for _ in 0..<3 {
                group.addTask {
                    for work in works {
                        _ = index.snapshot.candidates(for: listing(of: work))
                        #expect(names(work, before.candidates(for: listing(of: work))))
                    }
                }
            }
        }
        #expect(index.snapshot.count == 0)
        #expect(before.count == works.count)
    }

    // MARK: Exclusions

    @Test(
        "What a person excluded is named no more on that platform, and again once taken back",
        arguments: [Exclusion.Subject.listing("L1"), .seller("S1")])
    func exclusionsAreHonoured(_ subject: Exclusion.Subject) {
        let index = MatchIndex(works)
        let work = works[0]
        let exclusion = Exclusion(work: work.identifier, platform: 0, subject: subject)
        index.exclude([exclusion])
        #expect(!names(work, index.snapshot.candidates(for: listing(of: work))))
        #expect(names(work, index.snapshot.candidates(for: listing(of: work, platform: 1))))
        // A change of works leaves exclusions as they are.
        index.change(adding: [work])
        #expect(!names(work, index.snapshot.candidates(for: listing(of: work))))
        index.include([exclusion])
        #expect(names(work, index.snapshot.candidates(for: listing(of: work))))
    }

    @Test("An excluded picture, saved again or not, is no evidence for that work")
    func excludedPicturesAreNoEvidence() {
        var generator = SeededGenerator(seed: 6)
        let index = MatchIndex(works)
        let work = works[0]
        let picture = work.pictures[0]
        index.exclude([
            Exclusion(
                work: work.identifier, platform: 0, subject: .picture(picture.fingerprint))
        ])
        for bits in [0, 8, 9] {
            let shown = Picture(picture.fingerprint.changed(bits: bits, &generator), quality: 90)
            let listing = ObservedListing(platform: 0, pictures: [shown])
            let answer = index.snapshot.candidates(for: listing)
            #expect(names(work, answer) == (bits > 8))
        }
    }
}
