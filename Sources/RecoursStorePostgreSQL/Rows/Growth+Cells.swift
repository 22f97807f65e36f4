// SPDX-License-Identifier: EUPL-1.2

internal import RecoursStore

// What has grown, as the table of batches tells other servers of it: keys with their last places.
//
// The keys of reports lie above those of inboxes. A version that knows of inboxes alone takes them
// for the inbox of the same platform, looks there, and finds nothing new.
extension Growth {
    private static let reportsKey: Int64 = 1 << 32

    var cells: [(key: Int64, last: Int64)] {
        let all =
            inboxes.map { (key: Int64($0.key.value), last: Int64(bitPattern: $0.value)) }
            + reports.map {
                (key: Self.reportsKey + Int64($0.key.value), last: Int64(bitPattern: $0.value))
            }
        return all.sorted { $0.key < $1.key }
    }

    mutating func add(key: Int64, last: Int64) {
        let number = PartnerNumber(UInt32(truncatingIfNeeded: key))
        let last = UInt64(bitPattern: last)
        if key < Self.reportsKey {
            inboxes[number] = max(inboxes[number] ?? 0, last)
        } else {
            reports[number] = max(reports[number] ?? 0, last)
        }
    }
}
