// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCases
import RecoursStore

/// Reads, until the end of the input, a directory's path and a line for each thing that must be in
/// it, then an empty line; answers each with "ok" or with what is wrong.
struct ImageCheck {
    func run() async {
        while let directory = readLine() {
            var expected: [[String]] = []
            while let line = readLine(), !line.isEmpty {
                expected.append(line.split(separator: " ").map(String.init))
            }
            print(await verdict(on: directory, expected))
            // Whoever asks waits for it.
            fflush(nil)
        }
    }

    private func verdict(on directory: String, _ expected: [[String]]) async -> String {
        do throws(StoreError) {
            let opened = try await CheckedStore(directory)
            defer { opened.close() }
            if let damage = try await opened.scrub().first { return "damaged: \(damage)" }
            for thing in expected where try await !holds(opened.store, thing) {
                return "lost: \(thing.joined(separator: " "))"
            }
            return "ok"
        } catch {
            return "not started: \(error)"
        }
    }

    /// case REFERENCE IDENTIFIER VERSION, file REFERENCE-OF-OWNER SHA256, partner KIND SLUG, or
    /// erased IDENTIFIER.
    private func holds(_ store: CaseStore, _ words: [String]) async throws(StoreError) -> Bool {
        switch words.first {
        case "case":
            let scope = CaseScope.submitter(PartnerReference(kind: .association, slug: "filer"))
            let found = try await store.caseFile(scope, .externalReference(words[1]))
            guard let found, let version = UInt64(words[3]) else { return false }
            return found.version >= version && hexadecimal(found.identifier.bytes) == words[2]
        case "version":
            let found = try await store.caseFile(.retention, .identifier(identifier(words[1])))
            return (found?.version ?? 0) >= UInt64(words[2]) ?? .max
        case "erased":
            let found = try await store.caseFile(.retention, .identifier(identifier(words[1])))
            return found?.state == .erased
        case "file":
            // That its content is whole, the scrub has seen.
            let owner = PartnerReference(kind: .association, slug: "filer")
            return try await store.unattachedEvidence(owner).contains {
                hexadecimal($0.record.sha256) == words[1]
            }
        case "partner":
            guard let kind = PartnerKind.allCases.first(where: { "\($0)" == words[1] }) else {
                return false
            }
            return try await store.partner(PartnerReference(kind: kind, slug: words[2])) != nil
        default: return false
        }
    }

    private func identifier(_ text: String) -> CaseIdentifier {
        let digits = Array(text)
        let bytes = stride(from: 0, to: digits.count, by: 2).map { place in
            UInt8(String(digits[place..<place + 2]), radix: 16) ?? 0
        }
        return CaseIdentifier(bytes: bytes) ?? CaseIdentifier(high: 0, low: 0)
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
