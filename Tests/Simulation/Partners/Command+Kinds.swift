// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursMessages

extension Command {
    /// An action on a case, under a key of its own.
    static func act(
        _ number: Int, _ owner: Cast.Player, on caseID: [UInt8], _ name: String, _ dice: inout Dice,
        _ send:
            @escaping (RecoursClient, IdempotencyKey) async throws(RecoursError) -> ActResponse
    ) -> Command {
        Command(number, by: owner, .action, key: Drafts.key(&dice), on: caseID, name) {
            client, command async throws(RecoursError) in
            let answer = try await send(client, command.key)
            return (Done(caseID: caseID, version: answer.version), answer.alreadyDone)
        }
    }
}

extension Command.Done {
    init(_ receipt: SubmissionReceipt) {
        self.init(
            caseID: receipt.caseID, publicNumber: receipt.publicNumber, version: receipt.version)
    }
}
