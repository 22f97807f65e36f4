// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// The bytes of the golden transcripts, for what reads the wire.
enum GoldenFrames {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "RecoursWireTests/Golden")

    /// What both sides say in each transcript.
    static var sessions: [[UInt8]] { said(by: "C") + said(by: "S") }

    static var ofClients: [[UInt8]] { said(by: "C") }
    static var ofServers: [[UInt8]] { said(by: "S") }

    private static func said(by side: String) -> [[UInt8]] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().map { name in
            let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
            return (text ?? "").split(separator: "\n").flatMap { line -> [UInt8] in
                let words = line.prefix { $0 != "#" }.split(separator: " ")
                guard let first = words.first, first == side || first == side + "*" else {
                    return []
                }
                let digits = words.dropFirst().joined().compactMap(\.hexDigitValue)
                return stride(from: 0, to: digits.count - 1, by: 2).map {
                    UInt8(digits[$0] * 16 + digits[$0 + 1])
                }
            }
        }
    }
}
