// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import RecoursClient

@Suite("Small parts of the client")
struct SmallPartsTests {
    @Test(
        "The server's reason says whether something may have been done",
        arguments: [
            ("OUTCOME_UNKNOWN", true), ("STORAGE_FAILED", false), ("DRAINING", false), (nil, true),
        ])
    func reasons(reason: String?, mayHaveBeen: Bool) {
        var status = Status(code: .unavailable)
        if let reason {
            status.details = [
                ErrorDetail(kind: .errorInfo(ErrorInfo(reason: reason, domain: "recours.v1")))
            ]
        }
        #expect(RecoursError(status, attempts: 1).outcomeIsUnknown == mayHaveBeen)
    }

    @Test(
        "Endpoints are read as people write them",
        arguments: [
            ("recours.example.org", "recours.example.org", 7443),
            ("recours.example.org:443", "recours.example.org", 443),
            ("127.0.0.1:7000", "127.0.0.1", 7000), ("[::1]:7000", "::1", 7000),
            ("[::1]", "::1", 7443), ("::1", "::1", 7443),
        ])
    func endpoints(text: String, host: String, port: Int) throws {
        let endpoint = try Endpoint(text)
        #expect(endpoint.host == host)
        #expect(endpoint.port == port)
    }

    @Test(
        "What is no endpoint is refused",
        arguments: ["", ":80", "a b", "host:0", "host:99999", "host:x"])
    func noEndpoints(text: String) {
        #expect(throws: RecoursError.self) { try Endpoint(text) }
        #expect(throws: RecoursError.self) { try Endpoint.list("a:1,\(text)") }
    }

    @Test("Several endpoints are read with commas between, each once")
    func severalEndpoints() throws {
        let endpoints = try Endpoint.list("a, b:80 ,[::1]:9,a:7443")
        #expect(endpoints.map(\.description) == ["a:7443", "b:80", "[::1]:9"])
    }

    @Test("Keys are UUIDs of version 7 that grow")
    func keys() {
        let keys = (0..<5_000).map { _ in IdempotencyKey().bytes }
        for key in keys {
            #expect(key.count == 16)
            #expect(key[6] >> 4 == 7)
            #expect(key[8] >> 6 == 2)
        }
        let times = keys.map { Array($0.prefix(8)) }
        #expect(zip(times, times.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
        #expect(IdempotencyKey(bytes: [1, 2]) == nil)
    }

    @Test("Waits grow to their limit and are never below half")
    func backoff() {
        var backoff = Backoff(initial: .milliseconds(100), limit: .seconds(1))
        var generator = SystemRandomNumberGenerator()
        for whole in [100, 200, 400, 800, 1_000, 1_000] {
            let wait = backoff.wait(using: &generator)
            #expect(wait <= .milliseconds(whole))
            #expect(wait >= .milliseconds(whole) / 2)
        }
    }
}
