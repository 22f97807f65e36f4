// SPDX-License-Identifier: EUPL-1.2

internal import Foundation

/// The files of one run. Writing removes what an earlier run wrote and this one did not.
struct GeneratedTree {
    let root: String
    private var texts: [String: String] = [:]

    init(root: String) {
        self.root = root
    }

    mutating func add(_ path: String, _ text: String) {
        texts[path] = text
    }

    func write() throws(CodegenError) {
        do {
            try removeStale()
            for (path, text) in texts {
                let url = URL(fileURLWithPath: root).appendingPathComponent(path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                // An unchanged file keeps its time, so that nothing is compiled for nothing.
                if (try? String(contentsOf: url, encoding: .utf8)) != text {
                    try Data(text.utf8).write(to: url)
                }
            }
        } catch {
            throw CodegenError("cannot write: \(error)")
        }
    }

    private func removeStale() throws {
        let folders = Set(
            texts.keys.compactMap { path -> String? in
                guard let range = path.range(of: "/Generated/") else { return nil }
                return String(path[..<range.lowerBound]) + "/Generated"
            })
        for folder in folders {
            let base = URL(fileURLWithPath: root).appendingPathComponent(folder)
            let found = FileManager.default.enumerator(atPath: base.path)
            while let name = found?.nextObject() as? String {
                guard name.hasSuffix(".swift"), texts["\(folder)/\(name)"] == nil else { continue }
                try FileManager.default.removeItem(at: base.appendingPathComponent(name))
            }
        }
    }
}
