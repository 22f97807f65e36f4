// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import Dispatch
import Foundation
import RecoursCases
import Synchronization

// `make histories COUNT=100000 SEED=0`: lives so many random histories of a case on all cores, and
// tells what they came to. Every step is checked against the laws of `domain.md` §3.6; of one
// history in ten, each case and each event also comes back from its bytes.

let count = UInt64(CommandLine.arguments.dropFirst().first ?? "") ?? 100_000
let first = UInt64(CommandLine.arguments.dropFirst(2).first ?? "") ?? 0
let clock = ContinuousClock()
let begun = clock.now
let sum = Mutex(HistoryTally())
let slice: UInt64 = 500

DispatchQueue.concurrentPerform(iterations: Int((count + slice - 1) / slice)) { part in
    let from = first + UInt64(part) * slice
    let until = min(from + slice, first + count)
    let coded = from + max(1, (until - from) / 10)
    var tally = HistoryTally()
    tally.live(seeds: from..<coded, check: CodingCheck.broken)
    tally.live(seeds: coded..<until)
    sum.withLock { $0.add(tally) }
}

let tally = sum.withLock { $0 }
print(HistoryReport.text(tally))
print("coded and read back at every step: \((count + 9) / 10) histories")
print("seeds \(first)..<\(first + count), \(begun.duration(to: clock.now))")

guard tally.broken.isEmpty, tally.untaken.isEmpty else {
    for line in tally.broken.prefix(20) { print("BROKEN  \(line)") }
    for step in tally.untaken { print("NEVER   \(HistoryReport.text(step))") }
    exit(1)
}
print("every law held, every step of the table was taken")
