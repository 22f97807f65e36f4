// SPDX-License-Identifier: EUPL-1.2

/// A draft, kept once for its case, its event and whoever else holds it: a copy costs one reference
/// instead of one for each text. It never changes; a case whose draft does gets another.
package final class SharedDraft: Hashable, Sendable {
    package let value: CaseDraft
    /// The draft by the store's codec, if whoever made it has it written already: it is stored with
    /// the case and with the event, and is best written once, before the store's one writer.
    package let encoding: [UInt8]?

    package init(_ value: CaseDraft, encodedBy encode: ((CaseDraft) -> [UInt8])? = nil) {
        self.value = value
        encoding = encode?(value)
    }

    package static func == (left: SharedDraft, right: SharedDraft) -> Bool {
        left === right || left.value == right.value
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
