// SPDX-License-Identifier: EUPL-1.2

import Foundation

// libFuzzer calls these two. One program holds all targets, so that it is linked once; the
// environment names the one to run.

/// Writes what the runs begin with, if the environment asks for it.
@_cdecl("LLVMFuzzerInitialize")
func fuzzInitialize(
    _ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?
) -> CInt {
    guard let folder = ProcessInfo.processInfo.environment["RECOURS_FUZZ_SEEDS"] else { return 0 }
    do {
        try FuzzCorpus.write(to: URL(fileURLWithPath: folder))
    } catch {
        fatalError("\(error)")
    }
    _exit(0)
}

/// Feeds one input; a broken law ends the process, which libFuzzer takes for a find.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // A copy of its own length, so that reading past its end is seen.
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    do {
        try FuzzEntry.target.run(bytes)
    } catch {
        fatalError("\(FuzzEntry.target.name): \(error)")
    }
    return 0
}

enum FuzzEntry {
    static let target: FuzzTarget = {
        let name = ProcessInfo.processInfo.environment["RECOURS_FUZZ_TARGET"]
        let all = FuzzTarget.all + [FuzzTarget.control]
        guard let target = all.first(where: { $0.name == name }) else {
            fatalError("RECOURS_FUZZ_TARGET is none of \(all.map(\.name))")
        }
        return target
    }()
}
