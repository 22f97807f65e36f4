// SPDX-License-Identifier: EUPL-1.2

import Foundation
import CaseHistories
import MatchingSets
import RecoursMatching

/// How fast works are indexed and listings looked up, and what it takes.
enum Speed {
    private static let listings = 10_000
    /// Pictures looked up by the linear scan as well, for recall and ratio.
    private static let scanned = 200

    static func measure(_ sizes: [Int]) {
        for works in sizes.isEmpty ? [10_000, 100_000] : sizes { measure(works) }
    }

    private static func measure(_ count: Int) {
        var maker = WorkMaker(seed: UInt64(count), pictures: 0...20, brands: count / 5)
        let made = maker.works(count)
        var listingMaker = ListingMaker(seed: 7, after: made)
        let feed = listingMaker.feed(listings)
        let works = made.map(\.work)
        let scan = LinearScan(works)
        print("\(count) works, \(scan.count) pictures")

        let before = residentBytes()
        var index = MatchIndex()
        let build = seconds { index = MatchIndex(works) }
        let sizes = index.snapshot.sizes
        say("built in", build, "s")
        say("bytes a work", Double(sizes.pictures + sizes.others) / Double(count), "")
        say("  of them pictures, each", Double(sizes.pictures) / Double(scan.count), "")
        say("resident memory grew by", Double(residentBytes() - before) / 1e6, "MB")
        speed(index.snapshot, feed)
        changes(index, works)
        compare(index.snapshot, scan, works)
        print("")
    }

    private static func speed(_ index: MatchSnapshot, _ feed: [ObservedListing]) {
        var times = feed.map { listing in
            seconds { _ = index.candidates(for: listing) }
        }
        let alone = times.reduce(0, +)
        times.sort()
        say("listings/s, one thread", Double(feed.count) / alone, "")
        let processor = processorSeconds { feed.forEach { _ = index.candidates(for: $0) } }
        say("  of processor time each", processor / Double(feed.count) * 1e6, "µs")
        say("  p50", times[times.count / 2] * 1e6, "µs")
        say("  p99", times[times.count * 99 / 100] * 1e6, "µs")
        say("  most", (times.last ?? 0) * 1e6, "µs")
        let both = seconds {
            DispatchQueue.concurrentPerform(iterations: 2) { half in
                for place in stride(from: half, to: feed.count, by: 2) {
                    _ = index.candidates(for: feed[place])
                }
            }
        }
        say("listings/s, two threads", Double(feed.count) / both, "")
    }

    /// What one more work, and its removal, take.
    private static func changes(_ index: MatchIndex, _ works: [RegisteredWork]) {
        var times: [Double] = []
        for work in works.prefix(200) {
            times.append(seconds { index.change(adding: [work]) })
        }
        times.sort()
        say("one work put again, p50", times[times.count / 2] * 1e3, "ms")
        say("  most of \(times.count)", (times.last ?? 0) * 1e3, "ms")
    }

    private static func compare(
        _ index: MatchSnapshot, _ scan: LinearScan, _ works: [RegisteredWork]
    ) {
        var missing = 0
        var matches = 0
        let queries = queries(works)
        var scanTime = 0.0
        var indexTime = 0.0
        for query in queries {
            let listing = ObservedListing(platform: 0, pictures: [query])
            var nearest: [WorkIdentifier: Int] = [:]
            var candidates: [MatchCandidate] = []
            scanTime += seconds { nearest = scan.nearest(query.fingerprint) }
            indexTime += seconds { candidates = index.candidates(for: listing).candidates }
            let found = candidates.reduce(into: [:]) {
                $0[$1.work] = $1.evidence.pictures.first?.distance
            }
            matches += nearest.count
            missing += nearest.filter { found[$0.key] != $0.value }.count
            missing += found.count - nearest.count
        }
        say("pictures/s by linear scan", Double(queries.count) / scanTime, "")
        say("pictures/s by index", Double(queries.count) / indexTime, "")
        say("  times as fast", scanTime / indexTime, "")
        print("  recall: \(queries.count) pictures, \(matches) matches, \(missing) differ")
    }

    /// Half of them the works' own, changed and laid in some way.
    private static func queries(_ works: [RegisteredWork]) -> [Picture] {
        var generator = SeededGenerator(seed: 3)
        return (0..<scanned).map { place in
            let picture = works[place * works.count / scanned].pictures.first
            let change = PictureChange.allCases[place / 2 % PictureChange.allCases.count]
            guard place % 2 == 0, let picture else { return Picture(.any(&generator), quality: 90) }
            return Picture(picture.fingerprint.after(change, &generator), quality: 90)
        }
    }

    // MARK: Measuring

    static func seconds(_ body: () -> Void) -> Double {
        let clock = ContinuousClock()
        let time = clock.measure(body).components
        return Double(time.seconds) + Double(time.attoseconds) / 1e18
    }

    /// What this thread itself took, whoever else the machine worked for.
    private static func processorSeconds(_ body: () -> Void) -> Double {
        var begin = timespec()
        var end = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin)
        body()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
        return Double(end.tv_sec - begin.tv_sec) + Double(end.tv_nsec - begin.tv_nsec) / 1e9
    }

    static func say(_ what: String, _ value: Double, _ unit: String) {
        let text = String(format: value < 100 ? "%.2f" : "%.0f", value)
        print("  " + what.padding(toLength: 30, withPad: " ", startingAt: 0) + text + " " + unit)
    }

    /// Of this process, from the kernel.
    private static func residentBytes() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * 4_096
    }
}
