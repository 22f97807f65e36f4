// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursMessages
import RecoursTransport
import RecoursWire
import Synchronization
import Testing

@testable import RecoursServer

@Suite("A thousand watchers", .timeLimit(.minutes(5)))
struct ManyWatchersTests {
    private final class Count: Sendable {
        let number = Atomic(0)
    }

    private static let partners = 32
    private static let watchesOfEach = 32

    /// Kilobytes that this process has in memory.
    private static func residentKilobytes() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return try #require(line?.split(separator: " ").dropFirst().first.flatMap { Int($0) })
    }

    @Test("Each of 1,024 watchers is told of every change once, in order, in little memory")
    func all() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        try await world.mandate("ajc")
        var mediators: [ClientConnection] = []
        for number in 0..<Self.partners {
            mediators.append(try await world.join(.mediator, "m-\(number)"))
        }
        let before = try Self.residentKilobytes()
        let changes = 12
        let told = Count()
        try await withThrowingTaskGroup(of: [Int].self) { group in
            for mediator in mediators {
                for _ in 0..<Self.watchesOfEach {
                    group.addTask {
                        try await Self.numbers(mediator, count: changes) {
                            told.number.add(1, ordering: .relaxed)
                        }
                    }
                }
            }
            while told.number.load(ordering: .relaxed) < Self.partners * Self.watchesOfEach {
                try await Task.sleep(for: .milliseconds(10))
            }
            let idle = try Self.residentKilobytes()
            let begun = ContinuousClock.now
            // A platform without account: each case comes to the mediators.
            for number in 0..<changes {
                var draft = Sample.draft("R-\(number)", platform: "temu")
                draft.title = "Case number \(number)"
                let _: SubmitCaseResponse = try await association.call(
                    CaseServiceMethods.submitCase, SubmitCaseRequest(draft: draft),
                    key: Sample.key(), timeout: .seconds(60))
            }
            for try await numbers in group {
                #expect(numbers == Array(0..<changes))
            }
            let spent = ContinuousClock.now - begun
            let after = try Self.residentKilobytes()
            let deliveries = changes * Self.partners * Self.watchesOfEach
            print(
                "\(deliveries) deliveries in \(spent);",
                "idle: \(idle - before) KiB for 1,024 watchers, server and client;",
                "\(after - idle) KiB more at the end"
            )
            // Both ends are in this process; a page of each watcher alone would be 64 MiB.
            #expect(idle - before < 128 * 1_024)
            #expect(after - before < 256 * 1_024)
        }
        await world.stop()
    }

    /// Watches the mediators' inbox until so many changes have come; the numbers in their titles,
    /// in the order they came.
    private static func numbers(
        _ mediator: ClientConnection, count: Int, _ begun: @Sendable () -> Void
    ) async throws -> [Int] {
        let call: StreamingCall<WatchInboxRequest, WatchInboxResponse> =
            try await mediator.streaming(WatchServiceMethods.watchInbox, CallOptions())
        try await call.send(WatchInboxRequest())
        call.finishSending()
        defer { call.cancel() }
        var numbers: [Int] = []
        for try await response in call.responses {
            switch response.content {
            case .bookmark:
                if numbers.isEmpty { begun() }
            case .entry(let entry):
                let title = entry.caseFile?.draft?.title.split(separator: " ").last
                numbers.append(title.flatMap { Int($0) } ?? -1)
                if numbers.count == count { return numbers }
            case .damaged, nil: break
            }
        }
        return numbers
    }
}
