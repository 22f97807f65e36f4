// SPDX-License-Identifier: EUPL-1.2

/// What becomes of fields that this software's schema does not have.
package enum UnknownFields: Sendable, Hashable {
    /// They are dropped: right for reads and replies.
    case ignored
    /// The message is refused: right for writes, since to acknowledge what was not kept would be
    /// to lose it.
    case refused
}
