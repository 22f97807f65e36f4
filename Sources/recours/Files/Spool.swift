// SPDX-License-Identifier: EUPL-1.2

internal import FoundationEssentials
internal import Glibc

/// The standard input, kept in a file for as long as it is needed: it is read twice, and may be
/// larger than the memory.
final class Spool {
    let path: String

    init() throws(CommandError) {
        let directory = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        path = "\(directory)/recours-\(getpid())-\(UInt64.random(in: 0 ... .max)).spool"
        // Only its owner may read it: cases hold names.
        let copy = try OutputFile(path, .create, isSecret: true)
        let input = try FileHandleOwner(reading: "-")
        while let bytes = try input.read() { try copy.write(bytes) }
    }

    deinit {
        unlink(path)
    }
}
