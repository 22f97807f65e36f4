// SPDX-License-Identifier: EUPL-1.2

import Glibc
import RecoursMessages

@testable import recours

extension FuzzTarget {
    /// The smaller files that the command line reads: mandates, answers for each listing, answers a
    /// line, and the journal of a run.
    static let tables = FuzzTarget(
        name: "tables", largestInput: 4_096,
        seeds: {
            let listings = "listing;answer;note\nB01;REMOVED;vu\nB02;KEPT;\n"
            let journal =
                "recours-journal 1 association/ajc\n"
                + "K 000102030405060708090a0b0c0d0e0f 000102030405060708090a0b0c0d0e0f\nF 0\n"
            let answers = #"{"caseId":"AAECAwQFBgcICQoLDA0ODw==","response":{"text":"Fait."}}"#
            return try CaseSeeds.files("mandates.csv").map { [0] + $0 }
                + [[1] + listings.utf8, [2] + journal.utf8, [3] + answers.utf8]
        }
    ) { bytes in
        var input = FuzzInput(bytes)
        let kind = input.below(4)
        let file = try FileInMemory(Array(input.rest))
        switch kind {
        case 0: _ = try? MandateFile.read(file.path, association: nil)
        case 1: _ = try? ListingAnswersFile.read(file.path)
        case 2:
            guard let history = try? JournalHistory(path: file.path) else { return }
            try law(history.confirmed.count <= history.keyCount, "more is confirmed than was sent")
            var cursor = try JournalCursor(history)
            if let digest = SHA256Prefix(Array(0..<16)) { _ = try cursor.entry(for: digest) }
        default: _ = try? AnswerLines.check(file.path)
        }
    }
}

/// A file with a path that never touches a disk.
private struct FileInMemory: ~Copyable {
    private let descriptor: CInt

    init(_ bytes: [UInt8]) throws {
        let name = "/recours-fuzz-\(getpid())"
        descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
        shm_unlink(name)
        try law(
            descriptor >= 0 && write(descriptor, bytes, bytes.count) == bytes.count, "no memory")
    }

    deinit { close(descriptor) }

    var path: String { "/proc/self/fd/\(descriptor)" }
}
