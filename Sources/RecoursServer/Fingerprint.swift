// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursCrypto

/// The hash of a command's content that is kept with its idempotency key: the same key with another
/// fingerprint is a conflict.
///
/// Over what was understood, not over the bytes received, so that another program's encoding of the
/// same content is the same content (security.md §4.8).
enum Fingerprint {
    static func of(_ draft: ValidDraft) -> [UInt8] {
        SHA256.hash(draft.draft.canonicalBytes)
    }

    static func of(_ command: CaseCommand, on identifier: CaseIdentifier) -> [UInt8] {
        SHA256.hash(command.canonicalBytes(on: identifier))
    }
}
