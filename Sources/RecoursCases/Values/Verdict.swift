// SPDX-License-Identifier: EUPL-1.2

/// The complainant's word on an answer.
package struct Verdict: Hashable, Sendable {
    package var accepted: Bool
    /// Required in a refusal: 1–2,000.
    package var reason: String
    /// When it was given, by the server's clock.
    package var givenAt: Instant

    package init(accepted: Bool, reason: String, givenAt: Instant) {
        self.accepted = accepted
        self.reason = reason
        self.givenAt = givenAt
    }
}
