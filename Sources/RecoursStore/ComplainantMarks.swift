// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// What lists filter on of a complainant, in one number beside its case: size, activity, and
/// whether the platform knows the firm.
package struct ComplainantMarks: RawRepresentable, Hashable, Sendable {
    /// The activity's characters in the lowest 40 bits, the first one highest; then three bits of
    /// the size, one for a firm that the platform knows, and one for "these are known".
    package let rawValue: UInt64

    package init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// In rows of older versions: the snapshot must be asked.
    package static let unknown = ComplainantMarks(rawValue: 0)

    /// How many bits there are.
    static let width: UInt64 = 45
    private static let isNamedBit: UInt64 = 1 << 43
    private static let isKnownBit: UInt64 = 1 << 44
    private static let activityLength = 5

    init(_ file: CaseFile) {
        let draft = file.sharedDraft
        var value = Self.isKnownBit | Self.packed(draft.value.complainant.nafCode)
        value |= (UInt64(draft.value.complainant.size?.rawValue ?? 0) & 7) << 40
        if file.disclosure == .identified { value |= Self.isNamedBit }
        rawValue = value
    }

    var isKnown: Bool { rawValue & Self.isKnownBit != 0 }

    /// Whether the platform addressed may know which firm it is.
    var isNamed: Bool { rawValue & Self.isNamedBit != 0 }

    /// The size's number; 0 if it was not said.
    var size: Int32 { Int32((rawValue >> 40) & 7) }

    func isOf(_ activity: ActivityPrefix) -> Bool {
        let rest = UInt64(8 * (Self.activityLength - activity.text.utf8.count))
        return (rawValue & ((1 << 40) - 1)) >> rest == Self.packed(activity.text) >> rest
    }

    /// Five bytes, padded with zeros at the end; 0 for what no code can be, which a draft may hold.
    private static func packed(_ code: String) -> UInt64 {
        guard code.utf8.count <= activityLength else { return 0 }
        let bytes = code.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return bytes << UInt64(8 * (activityLength - code.utf8.count))
    }
}

/// Which complainants a list shows; what is nil or empty does not filter.
package struct ComplainantFilter: Sendable, Hashable {
    package var sizes: Set<CompanySize> = []
    package var activity: ActivityPrefix?

    package init() {}

    package var isEmpty: Bool { sizes.isEmpty && activity == nil }

    func admits(_ marks: ComplainantMarks) -> Bool {
        if !sizes.isEmpty, !sizes.contains(where: { $0.rawValue == marks.size }) { return false }
        return activity.map(marks.isOf) ?? true
    }
}

extension CaseRecord {
    /// The marks; of a row of an older version, from its snapshot. Throws `corrupted` if that
    /// cannot be read.
    func complainantMarks(_ codec: any SnapshotCodec) throws(StoreError) -> ComplainantMarks {
        if complainant.isKnown { return complainant }
        do {
            return ComplainantMarks(try codec.decode(snapshot))
        } catch {
            throw .corrupted("A case's snapshot")
        }
    }
}
