// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto

// A receipt as a file: named lines, the proof's hashes one a line, a blank line, the checkpoint.
// Below its own lines it has the form of a C2SP tlog-proof, so that other tools can follow it.
extension Receipt {
    private static let title = "recours-receipt@v1"
    /// The largest event in base64 and all around it; more is not read.
    package static let largestBytes = 4 << 20
    /// A tree of 2^63 entries has no longer proof.
    private static let longestProof = 63

    /// The receipt as text; it ends with a line feed.
    package var text: String {
        var lines = [
            Self.title,
            "case \(entry.caseNumber)",
            "identifier \(Hexadecimal.text(of: entry.caseIdentifier))",
            "event \(entry.sequence)",
            "previous \(Base64.text(of: entry.previous.bytes))",
        ]
        if let content {
            lines.append("salt \(Base64.text(of: content.salt))")
            lines.append("content \(Base64.text(of: content.event))")
        }
        lines.append("leaf \(Base64.text(of: entry.leaf.bytes))")
        lines.append("index \(index)")
        for hash in proof { lines.append(Base64.text(of: hash.bytes)) }
        let text = lines.joined(separator: "\n") + "\n\n" + checkpoint.encoded
        return text + (anchor.map { "\n" + $0.text } ?? "")
    }

    /// Reads a receipt. Nothing is proven yet: see `verify`.
    package init(text: String) throws(ProofError) {
        guard text.utf8.count <= Self.largestBytes else {
            throw .unreadable("The receipt is longer than \(Self.largestBytes) bytes.")
        }
        var lines = ReceiptLines(text)
        guard lines.next() == Self.title[...] else {
            throw .unreadable("The file does not begin with \"\(Self.title)\".")
        }
        let number = try lines.value("case")
        let digits = try lines.value("identifier")
        guard let identifier = Hexadecimal.bytes(of: digits),
            identifier.count == EventEntry.identifierBytes,
            Hexadecimal.text(of: identifier) == digits
        else {
            throw .unreadable(
                "The line \"identifier\" holds no 32 hexadecimal digits in lower case.")
        }
        let sequence = try lines.number("event")
        let previous = try lines.hash("previous")
        var content: Content?
        if let salt = try lines.bytesIfThere("salt") {
            guard salt.count == Content.saltBytes else {
                throw .unreadable("The line \"salt\" holds no \(Content.saltBytes) bytes.")
            }
            guard let event = try lines.bytesIfThere("content") else {
                throw .unreadable("The line \"content\" is missing below the salt.")
            }
            content = Content(salt: salt, event: event)
        }
        let leaf = try lines.hash("leaf")
        let index = try lines.number("index")
        let proof = try lines.proof()
        // No line of a checkpoint is empty, so the first such place is the anchor's.
        let parts = lines.rest.split(
            separator: "\n\n\(Anchor.title)\n", maxSplits: 1, omittingEmptySubsequences: false)
        let anchor = parts.count > 1 ? try Anchor(text: String(parts[1])) : nil
        let head = parts.count > 1 ? parts[0] + "\n" : parts[0]
        self.init(
            entry: EventEntry(
                caseNumber: number, caseIdentifier: identifier, sequence: sequence,
                previous: previous, leaf: leaf),
            content: content, index: index, proof: proof,
            checkpoint: try Checkpoint(String(head)), anchor: anchor)
    }
}

extension Anchor {
    fileprivate static let title = "anchor"

    /// The anchor as a receipt ends with it.
    fileprivate var text: String {
        var lines = [Self.title, "blind \(Base64.text(of: blind))", "index \(index)"]
        for hash in proof { lines.append(Base64.text(of: hash.bytes)) }
        return lines.joined(separator: "\n") + "\n\n" + checkpoint.encoded
    }

    /// Reads what follows the title.
    fileprivate init(text: String) throws(ProofError) {
        var lines = ReceiptLines(text)
        guard let blind = try lines.bytesIfThere("blind"), blind.count == Self.blindBytes else {
            throw .unreadable("Below \"anchor\" there is no blind of \(Self.blindBytes) bytes.")
        }
        let index = try lines.number("index")
        let proof = try lines.proof()
        self.init(
            blind: blind, index: index, proof: proof, checkpoint: try Checkpoint(lines.rest))
    }
}

/// The lines of a receipt, read one after the other.
private struct ReceiptLines {
    /// A tree of 2^63 entries has no longer proof.
    private static let longestProof = 63

    private var text: Substring
    /// Of the line read last, counted from 1.
    private(set) var number = 0

    init(_ text: String) {
        self.text = text[...]
    }

    /// What is not read yet.
    var rest: String { String(text) }

    /// The next line; nil at the end, and for a last line without a line feed.
    mutating func next() -> Substring? {
        guard let end = text.firstIndex(of: "\n") else { return nil }
        defer { text = text[text.index(after: end)...] }
        number += 1
        return text[..<end]
    }

    /// What stands behind a name and a space.
    mutating func value(_ name: String) throws(ProofError) -> String {
        guard let line = next(), line.hasPrefix("\(name) ") else {
            throw .unreadable("Line \(number) does not begin with \"\(name)\".")
        }
        return String(line.dropFirst(name.count + 1))
    }

    mutating func number(_ name: String) throws(ProofError) -> UInt64 {
        let text = try value(name)
        guard let found = UInt64(text), "\(found)" == text else {
            throw .unreadable("The line \"\(name)\" holds no number.")
        }
        return found
    }

    mutating func hash(_ name: String) throws(ProofError) -> SHA256Digest {
        guard let bytes = Base64.bytes(of: try value(name)), let hash = SHA256Digest(bytes: bytes)
        else { throw .unreadable("The line \"\(name)\" holds no hash.") }
        return hash
    }

    /// Hashes, one a line, up to an empty one.
    mutating func proof() throws(ProofError) -> [SHA256Digest] {
        var proof: [SHA256Digest] = []
        while let line = next(), !line.isEmpty {
            guard let bytes = Base64.bytes(of: line), let hash = SHA256Digest(bytes: bytes),
                proof.count < Self.longestProof
            else { throw .unreadable("Line \(number) is no hash of a proof.") }
            proof.append(hash)
        }
        return proof
    }

    /// Nil, and nothing read, if the next line has another name.
    mutating func bytesIfThere(_ name: String) throws(ProofError) -> [UInt8]? {
        guard text.hasPrefix("\(name) ") else { return nil }
        guard let bytes = Base64.bytes(of: try value(name)) else {
            throw .unreadable("The line \"\(name)\" is no base64.")
        }
        return bytes
    }
}
