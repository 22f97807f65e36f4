// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// What the thread's error queue held after a call, read once and emptied.
///
/// The queue belongs to the thread, not to the connection: whoever calls OpenSSL clears it before
/// and reads it after, in one synchronous function, or one connection's failure is told to another.
struct TLSFailure {
    /// OpenSSL's reason code of the newest entry, 0 if the queue was empty.
    let reason: Int32
    /// The alert that the peer sent, if that ended the call.
    let alertFromPeer: TLSAlert?
    /// All entries as text, newest first; nil if there were none.
    let text: String?

    /// Empties the queue before a call. It nearly always is: to look costs a sixth of clearing it,
    /// which three times a read was a twentieth of a small call.
    static func clear() {
        if ERR_peek_error() != 0 { ERR_clear_error() }
    }

    /// Reads and empties the queue after a failed call.
    static func drain() -> TLSFailure {
        var newestReason: Int32 = 0
        var alert: TLSAlert?
        var texts: [String] = []
        while case let code = ERR_get_error(), code != 0 {
            let reason = ERR_GET_REASON(code)
            newestReason = reason
            // SSL_AD_REASON_OFFSET: a received alert is reported as reason 1000 + its number.
            if ERR_GET_LIB(code) == ERR_LIB_SSL, (1_000...1_255).contains(reason) {
                alert = TLSAlert(number: UInt8(truncatingIfNeeded: reason - 1_000))
            }
            if texts.count < 8 {
                texts.append(text(of: code))
            }
        }
        return TLSFailure(
            reason: newestReason, alertFromPeer: alert,
            text: texts.isEmpty ? nil : texts.reversed().joined(separator: "; "))
    }

    private static func text(of code: UInt) -> String {
        if let reason = ERR_reason_error_string(code) {
            return String(cString: reason)
        }
        return "OpenSSL error \(String(code, radix: 16))"
    }
}
