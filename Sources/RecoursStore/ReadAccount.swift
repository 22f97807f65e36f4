// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// On whose account a task reads, and until when what it reads is of use: whose turn its reads take
/// at the store. A task without one is the server's own, whose reads are never given up.
package struct ReadAccount: Sendable {
    @TaskLocal package static var current: ReadAccount?

    let claim: Claim
    let deadline: Uptime

    /// - Parameter canWait: it is a list, an export or the like, which others' reads go before.
    package init(of partner: PartnerReference, canWait: Bool, until deadline: Uptime) {
        claim = Claim(actor: .partner(partner), isBulk: canWait)
        self.deadline = deadline
    }
}
