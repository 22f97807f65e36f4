// SPDX-License-Identifier: EUPL-1.2

extension CaseCommand {
    /// The bytes whose hash is the fingerprint of a command on a case, under the idempotency key
    /// that came with it. The expected version is left out: it says what the sender had seen, not
    /// what it wants. A submission has its draft's bytes, whatever identifier was made for it.
    package func canonicalBytes(on identifier: CaseIdentifier) -> [UInt8] {
        switch self {
        case .submit(let draft, _, _, _): return draft.draft.canonicalBytes
        // A draft's key has another method than a submission's: their bytes may be alike.
        case .saveDraft(let draft, _, _): return draft.canonicalBytes
        // Only partners' commands have a key.
        case .elapse: return message("Elapse", identifier) { _ in }
        case .act(let action, _, _):
            return message("Action", identifier) { out in
                out.write(2, action) { $0.write(to: &$1) }
            }
        case .acknowledge(let contact, _):
            return message("Acknowledge", identifier) { out in
                out.write(2, contact) { $0.write(to: &$1) }
            }
        case .respond(let response, _):
            return message("PlatformResponse", identifier) { out in
                out.write(2, response) { $0.write(to: &$1) }
            }
        case .giveVerdict(let accepted, let reason, _):
            return message("Verdict", identifier) { out in
                out.write(2, accepted)
                out.write(3, reason)
            }
        case .withdraw(let reason, _):
            return message("Withdraw", identifier) { out in out.write(2, reason) }
        }
    }

    private func message(
        _ name: String, _ identifier: CaseIdentifier, fields: (inout CanonicalBytes) -> Void
    ) -> [UInt8] {
        var out = CanonicalBytes(naming: "recours.v1." + name)
        out.write(1, identifier.bytes)
        fields(&out)
        return out.bytes
    }
}
