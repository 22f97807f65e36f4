// SPDX-License-Identifier: EUPL-1.2

import Foundation
import PictureSamples
import RecoursClient
import Testing

@testable import recours

@Suite("Pictures are hashed by the command line")
struct PictureTests {
    private let place: TemporaryPlace

    init() throws {
        place = try TemporaryPlace()
        for sample in [PictureSample.jpeg, .webP] {
            let file = URL(fileURLWithPath: "\(place.path)/\(sample)")
            try Data(sample.bytes).write(to: file)
        }
        _ = try place.file("text", "no picture")
    }

    private func run(_ arguments: String...) throws -> Invocation {
        let paths = arguments.map { $0.replacing("@/", with: "\(place.path)/") }
        return try Invocation(["picture", "hash"] + paths, environment: ["HOME": place.path])
    }

    @Test("A line has hash, quality and file, and plain pictures are remarked upon")
    func line() throws {
        let done = try run("@/jpeg", "@/webP")
        let lines = done.output.split(separator: "\n")
        #expect(done.status == 0)
        #expect(lines.count == 2)
        let words = lines[0].split(separator: " ")
        #expect(PictureHash(String(words[0])) != nil)
        #expect(words.last == "\(place.path)/jpeg")
        #expect(done.errors.contains("too few details"))
    }

    @Test("As JSON a picture has its size and its eight hashes")
    func json() throws {
        let done = try run("--json", "-q", "@/jpeg")
        let found = try JSONSerialization.jsonObject(with: Data(done.output.utf8))
        let report = try #require((found as? [[String: Any]])?.first)
        #expect(report["width"] as? Int == 16)
        let symmetries = try #require(report["symmetries"] as? [String: String])
        #expect(symmetries.count == 8)
        #expect(symmetries["original"] == report["hash"] as? String)
        #expect(done.errors.isEmpty)
    }

    @Test("What cannot be hashed is told, and the others are hashed all the same")
    func partly() throws {
        let done = try run("@/text", "@/jpeg", "@/absent")
        #expect(done.status == ExitStatus.partly.rawValue)
        #expect(done.output.split(separator: "\n").count == 1)
        #expect(done.errors.contains("neither JPEG, PNG nor WebP"))
        #expect(done.errors.contains("absent"))
        #expect(try run("@/text").status == ExitStatus.badData.rawValue)
        #expect(try run("@/absent").status == ExitStatus.noInput.rawValue)
        #expect(try run("--json", "@/text").output.isEmpty)
    }
}
