// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// What is kept of earlier runs: inputs that reach much, and finds.
enum FuzzCorpus {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    /// Inputs that together reach what long runs have reached; a line each, in Base64.
    static func kept(_ target: FuzzTarget) throws -> [[UInt8]] {
        let file = folder.appending(path: "Corpus/\(target.name).txt")
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            guard let bytes = Data(base64Encoded: String(line)) else {
                throw BrokenLaw(description: "\(file.path) holds a line that is no Base64")
            }
            return Array(bytes)
        }
    }

    /// What once broke a law: the files of its folder.
    static func finds(_ target: FuzzTarget) throws -> [[UInt8]] {
        let finds = folder.appending(path: "Finds/\(target.name)")
        guard FileManager.default.fileExists(atPath: finds.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: finds.path).sorted().map {
            Array(try Data(contentsOf: finds.appending(path: $0)))
        }
    }

    static func all(_ target: FuzzTarget) throws -> [[UInt8]] {
        try target.seeds() + kept(target) + finds(target)
    }

    /// Writes each target's inputs to a folder of its name, and beside it a file that says how
    /// long an input may be.
    static func write(to place: URL) throws {
        for target in FuzzTarget.all + [FuzzTarget.control] {
            let folder = place.appending(path: target.name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (number, bytes) in try all(target).enumerated() {
                try Data(bytes).write(to: folder.appending(path: "seed-\(number)"))
            }
            try Data("\(target.largestInput)\n".utf8)
                .write(to: place.appending(path: "\(target.name).length"))
        }
    }
}
