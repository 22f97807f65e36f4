// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore

extension RecoursMessages.Event {
    /// What is left of an erased event: its place, its time, the state it led to, its links.
    init(erased stored: StoredEvent) {
        self.init(
            sequence: stored.sequence, atMs: stored.at.millisecondsSince1970,
            stateAfter: .init(stored.stateAfter), previousHash: stored.previousLink,
            hash: stored.link)
    }
}
