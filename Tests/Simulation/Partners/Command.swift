// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursMessages

/// Something that a partner wants done once, whatever it takes; and what it was told.
///
/// Unchecked because the process has one thread.
final class Command: @unchecked Sendable {
    /// What an acknowledgement says.
    struct Done: Equatable {
        var caseID: [UInt8]
        var publicNumber = ""
        var version: UInt64
    }

    enum Kind {
        case filing, action, answer, verdict, withdrawal
    }

    /// Sends it; says whether it had been done before.
    typealias Send =
        (RecoursClient, Command) async throws(RecoursError) -> (done: Done, again: Bool)

    /// Counts a run's commands; stands in what it writes, as `{a:7}`.
    let number: Int
    let owner: Cast.Player
    let kind: Kind
    let key: CommandKey
    /// The case it is about; empty: it files one.
    let caseID: [UInt8]
    /// What it is, for the trace.
    let name: String
    /// Whether it may be sent again: the program has kept its key.
    let isRepeatable: Bool
    let send: Send
    private(set) var done: Done?
    /// Why it will never be done.
    private(set) var refusal: RecoursError?
    var isUnderWay = false
    /// Attempts of which nobody knows what came.
    var unknownAttempts = 0
    var attempts = 0
    /// What it files, if it files a case.
    var draft: CaseDraft?
    /// Whether its words are kept, and can be found.
    var isInWords = true
    /// Whether it may find that there is nothing to do.
    var mayBeNothing = false
    /// It names a day, or a platform, that may be the wrong one when it comes.
    var mayComeTooLate = false

    init(
        _ number: Int, by owner: Cast.Player, _ kind: Kind,
        key: CommandKey,
        on caseID: [UInt8] = [], _ name: String, isRepeatable: Bool = true, send: @escaping Send
    ) {
        self.number = number
        self.owner = owner
        self.kind = kind
        self.key = key
        self.caseID = caseID
        self.name = name
        self.isRepeatable = isRepeatable
        self.send = send
    }

    /// How it is found again in what is stored.
    var token: String { "{a:\(number)}" }

    var keyBytes: [UInt8] { key.bytes }

    /// Whether it is to be sent, or sent again.
    var isPending: Bool {
        done == nil && refusal == nil && !isUnderWay && (isRepeatable || attempts == 0)
    }

    func acknowledge(_ done: Done) {
        self.done = done
    }

    func refuse(_ error: RecoursError) {
        refusal = error
    }
}
