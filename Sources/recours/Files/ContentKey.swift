// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursCrypto

/// Names a write by what it writes: the same command again is the same write, without a file to
/// remember it.
enum ContentKey {
    /// 16 bytes, marked as a UUID of version 8 (RFC 9562 §5.8).
    static func bytes(of content: [UInt8]) throws(CommandError) -> [UInt8] {
        do throws(CryptoError) {
            var bytes = Array(try SHA256.digest(of: content).bytes.prefix(16))
            bytes[6] = bytes[6] & 0x0F | 0x80
            bytes[8] = bytes[8] & 0x3F | 0x80
            return bytes
        } catch {
            throw CommandError(.failed, error)
        }
    }

    static func key(of content: [UInt8]) throws(CommandError) -> IdempotencyKey {
        guard let key = IdempotencyKey(bytes: try bytes(of: content)) else {
            throw CommandError(.failed, RunSentence.shortDigest)
        }
        return key
    }
}
