// SPDX-License-Identifier: EUPL-1.2

import CProcess
import Glibc

/// Many seeds, one after the other or some at a time, and what came of them.
///
/// Each is lived in a child of this process: none finds anything that another has left, and one
/// that traps takes nobody with it.
struct Campaign {
    /// What a child says in the end: the trace's hash, what was wrong, what was seen.
    private struct Report {
        var hash = ""
        var breach: String?
        var tally = ""
        var last = ""
    }

    private let options: Options
    private let cast: Cast
    private let sum = Tally()

    init(_ options: Options) throws {
        self.options = options
        process_seed(0x5EED)
        process_set_clocks(1_000_000_000, 1_000_000_000, Cast.beginning * 1_000_000_000)
        guard process_take_over_random() else { throw Breach("OpenSSL keeps its generator") }
        cast = try Cast()
        // What the first run of a process takes longer than the next, as types are made and
        // protocols looked up, would be paid by each child.
        _ = World(seed: 0, cast: cast, flaw: nil, isLoud: false).live()
    }

    /// Lives all seeds; true if all went as they must: well, or badly if that was the point.
    func run() throws -> Bool {
        let begun = process_true_nanoseconds()
        var failures = 0
        var lived: UInt64 = 0
        var running: [(seed: UInt64, child: Child)] = []
        var next = options.first
        let end = options.first + options.seeds
        while next < end || !running.isEmpty {
            while next < end, running.count < options.jobs {
                running.append((next, try Child { Self.live(next, options, cast) }))
                next += 1
            }
            let (seed, child) = running.removeFirst()
            var report = Self.report(child.result())
            if options.isTwice, report.breach == nil {
                let again = Self.report(try Child { Self.live(seed, options, cast) }.result())
                if again.hash != report.hash {
                    report.breach = "the same seed gave \(report.hash) and \(again.hash)"
                }
            }
            lived += 1
            sum.add(report.tally)
            if let breach = report.breach {
                failures += 1
                tell(seed, breach, report)
                if options.flaw != nil { break }
            } else if options.seeds == 1 {
                print("seed \(seed): trace \(report.hash)")
            }
            if lived % 100 == 0 { progress(lived, failures, since: begun) }
            if failures >= 5 { break }
        }
        return conclude(lived, failures, since: begun)
    }

    private static func live(_ seed: UInt64, _ options: Options, _ cast: Cast) -> String {
        let world = World(seed: seed, cast: cast, flaw: options.flaw, isLoud: options.isLoud)
        let breach = world.live()
        let lines = [
            String(world.trace.hash, radix: 16), world.tally.line,
            breach?.replacing("\n", with: " ") ?? "",
        ]
        return (lines + (breach == nil ? [] : world.trace.last)).joined(separator: "\n")
    }

    private static func report(_ result: Child.Result) -> Report {
        var report = Report()
        let lines = result.text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.count > 2 {
            report.hash = String(lines[0])
            report.tally = String(lines[1])
            if !lines[2].isEmpty { report.breach = String(lines[2]) }
            report.last = lines[3...].joined(separator: "\n")
        }
        if result.status != 0 {
            let signal = result.status - 1_000
            report.breach = signal > 0 ? "trapped, signal \(signal)" : "ended \(result.status)"
        }
        return report
    }

    // MARK: Telling

    private func tell(_ seed: UInt64, _ breach: String, _ report: Report) {
        print("\nseed \(seed) FAILED: \(breach)")
        if !report.last.isEmpty, options.flaw == nil { print(report.last) }
        print("run it again: make simulate SEEDS=1 SEED=\(seed) LOUD=1\n")
    }

    private func progress(_ lived: UInt64, _ failures: Int, since begun: Int64) {
        guard options.flaw == nil else { return }
        let seconds = Double(process_true_nanoseconds() - begun) / 1e9
        let rate = Int(Double(lived) / max(0.001, seconds))
        print("\(lived) of \(options.seeds) seeds, \(failures) failed, \(rate) a second")
    }

    private func conclude(_ lived: UInt64, _ failures: Int, since begun: Int64) -> Bool {
        let seconds = Double(process_true_nanoseconds() - begun) / 1e9
        if let flaw = options.flaw {
            let found = failures > 0
            print("\(flaw.rawValue): \(found ? "found" : "NOT FOUND") in \(lived) seeds")
            return found
        }
        if lived > 1 { print(sum.table) }
        print("\(lived - UInt64(failures)) passed, \(failures) failed, \(Int(seconds)) s")
        return failures == 0
    }
}
