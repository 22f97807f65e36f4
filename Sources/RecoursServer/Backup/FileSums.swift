// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto

/// The list of a backup's files by their SHA-256, in the form that `sha256sum -c` reads.
struct FileSums: Equatable {
    /// By path, counted from the backup's directory.
    private(set) var hashes: [String: [UInt8]] = [:]

    init() {}

    /// Reads what `text` wrote; nil for anything else.
    init?(text: String) {
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let hash = Hexadecimal.bytes(of: String(parts[0])),
                hash.count == SHA256Digest.byteCount, parts[1].first == " "
            else { return nil }
            hashes[String(parts[1].dropFirst())] = hash
        }
        guard self.text == text else { return nil }
    }

    mutating func add(_ path: String, _ sha256: [UInt8]) { hashes[path] = sha256 }

    var text: String {
        hashes.sorted { $0.key < $1.key }.map { path, hash in
            "\(Hexadecimal.text(of: hash))  \(path)\n"
        }.joined()
    }
}
