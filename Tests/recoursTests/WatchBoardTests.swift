// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import Testing

@testable import recours

@Suite("A live view shows what changed last on top")
struct WatchBoardTests {
    private func message(_ number: Int, _ state: CaseState = .transmitted) -> Case {
        Case(
            id: [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)],
            publicNumber: "RC-\(number)", state: state,
            deadlines: [NextStepTests.clock(.answer, .platform, days: Int64(number))],
            platformID: "amazon")
    }

    @Test("A case stands once, and moves to the top when something happens to it")
    func order() {
        var board = WatchBoard()
        board.take(message(1), .transmitted)
        board.take(message(2), .transmitted)
        board.take(message(1, .acknowledged), .acknowledged)
        #expect(board.newestFirst.map(\.message.publicNumber) == ["RC-1", "RC-2"])
        #expect(board.newestFirst.first?.lastEvent == .acknowledged)
        board.remove(message(1).id)
        #expect(board.newestFirst.map(\.message.publicNumber) == ["RC-2"])
    }

    @Test("It is bounded: the oldest cases are forgotten")
    func bounded() {
        var board = WatchBoard()
        for number in 1...(WatchBoard.mostCases + 10) { board.take(message(number), .transmitted) }
        #expect(board.newestFirst.count == WatchBoard.mostCases)
        #expect(board.newestFirst.last?.message.publicNumber == "RC-11")
    }

    @Test(
        "Its picture fits the screen, in either language", arguments: [40, 80, 120],
        Language.allCases)
    func picture(width: Int, language: Language) {
        var board = WatchBoard()
        for number in 1...40 { board.take(message(number), .transmitted) }
        let lines = Language.$current.withValue(language) {
            board.screen(
                title: "X", for: Viewer(role: .platform), now: NextStepTests.now, width: width,
                height: 24, ink: Ink(isOn: false))
        }
        #expect(lines.count == 23)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
        #expect(lines[3].hasPrefix("RC-40"))
        guard width > 40 else { return }
        #expect(lines[3].contains(language == .french ? "40 j" : "40 d"))
    }

    @Test("A line of real length is not broken on any terminal", arguments: [60, 80, 100])
    func wholeLines(width: Int) {
        var board = WatchBoard()
        var long = message(3, .acknowledged)
        long.publicNumber = "RC-2475-8922-03-7"
        long.draft = CaseDraft(complainant: Party(legalName: "Maroquinerie Cuir de Plaine"))
        board.take(long, .responded)
        let lines = Language.$current.withValue(.french) {
            board.screen(
                title: "X", for: Viewer(role: .complainant), now: NextStepTests.now, width: width,
                height: 24, ink: Ink(isOn: false))
        }
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(lines)")
        #expect(lines.last?.hasPrefix("RC-2475-8922-03-7  pris en compte  plateforme") == true)
    }

    @Test("What cannot be brought up to date does not claim to be")
    func lost() {
        let lines = Language.$current.withValue(.english) {
            WatchBoard().screen(
                title: "Inbox", for: Viewer(role: .platform), now: NextStepTests.now,
                lostSince: NextStepTests.now, width: 80, height: 24, ink: Ink(isOn: false))
        }
        #expect(lines[0].hasPrefix("No word from the server since"))
        #expect(!lines[0].contains("as of"))
    }
}
