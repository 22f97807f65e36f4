// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient
import RecoursMessages
import Testing

@testable import recours

@Suite("Exit codes say what happened")
struct ExitStatusTests {
    @Test(
        "Each code of the protocol has its exit code",
        arguments: [
            (StatusCode.ok, Int32(0)), (.cancelled, 130), (.unknown, 1), (.invalidArgument, 65),
            (.deadlineExceeded, 75), (.notFound, 80), (.alreadyExists, 81),
            (.permissionDenied, 77), (.resourceExhausted, 75), (.failedPrecondition, 81),
            (.aborted, 75), (.outOfRange, 65), (.unimplemented, 76), (.internal, 1),
            (.unavailable, 69), (.dataLoss, 74), (.unauthenticated, 77), (.unrecognized(99), 1),
        ])
    func mapping(code: StatusCode, expected: Int32) {
        #expect(ExitStatus(code).rawValue == expected)
    }

    @Test("The table names every code once, and the README holds the same table")
    func table() throws {
        let codes: [Int32] = [0, 1, 3, 64, 65, 66, 69, 73, 74, 75, 76, 77, 78, 80, 81, 130]
        #expect(ExitStatus.allCases.map(\.rawValue) == codes)
        let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/recours/README.md")
        let text = try String(contentsOf: readme, encoding: .utf8)
        for status in ExitStatus.allCases {
            #expect(text.contains("| \(status.rawValue) | \(status.meaning) |"))
        }
    }

    @Test("An error as JSON holds all a program needs")
    func report() throws {
        let cause = RecoursError(
            code: .notFound, message: "no such case", requestID: "r-7", attempts: 2)
        let text = try Terminal.json(ErrorReport(CommandError(cause)), pretty: false)
        for part in [#""code":"NOT_FOUND""#, #""exitCode":80"#, #""requestId":"r-7""#] {
            #expect(text.contains(part))
        }
    }

    @Test("A write whose outcome is unknown says so before anything else")
    func unknownOutcome() {
        let cause = RecoursError(code: .unavailable, message: "cut", outcomeIsUnknown: true)
        Language.$current.withValue(.english) {
            #expect(CommandError(cause).remedy.contains("may have been done"))
        }
    }

    @Test(
        "Spans are read with their units",
        arguments: [
            ("10s", 10_000), ("500ms", 500), ("2m", 120_000), ("3d", 259_200_000), ("7", 7000),
            ("", nil), ("3w", nil), ("-1s", nil), ("s", nil), ("99999999999999999d", nil),
        ] as [(String, Int64?)])
    func spans(text: String, milliseconds: Int64?) {
        #expect(TimeSpan(argument: text)?.milliseconds == milliseconds)
    }

    @Test("A case is named by number or identifier, a reference only if said so")
    func references() throws {
        let uuid = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"
        let reference = try CaseReference(uuid)
        guard case .identifier(let bytes) = reference else {
            Issue.record("not read as an identifier")
            return
        }
        #expect(CaseReference.text(of: bytes) == uuid)
        #expect(try CaseReference("ADR-1", isExternal: true) == .external("ADR-1"))
        let error = #expect(throws: CommandError.self) { try CaseReference("ADR-1") }
        #expect(error?.status == .usage)
    }
}
