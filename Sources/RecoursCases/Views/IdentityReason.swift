// SPDX-License-Identifier: EUPL-1.2

/// Why a mediator wants to know who a complainant is.
package enum IdentityReason {
    /// What is wrong with the words, or nil: 1–500 characters.
    package static func breach(_ text: String) -> Breach? {
        TextRule.breach(text, atMost: CaseLimits.identityReason)
    }
}
