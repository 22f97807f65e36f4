// SPDX-License-Identifier: EUPL-1.2

/// The calls of one connection, found by number.
///
/// Numbers are odd and increase, so `number / 2` spreads them perfectly over an open-addressed
/// table; a peer that skips numbers on purpose makes at worst a scan over all its calls, of which
/// there are few. A Dictionary costs a hash and moves whole records; this costs an index.
struct CallTable<State: CallState>: Sendable {
    /// 0 marks a free place: no call has that number.
    private var numbers: [UInt32]
    private var records: [CallRecord<State>]
    private(set) var count = 0

    init() {
        numbers = Array(repeating: 0, count: 8)
        records = Array(repeating: CallRecord(), count: 8)
    }

    var isEmpty: Bool {
        count == 0
    }

    /// The record at an index that `find` or `insert` gave; valid until the next change of the
    /// table's members.
    subscript(index: Int) -> CallRecord<State> {
        @inline(__always) _read { yield records[index] }
        @inline(__always) _modify { yield &records[index] }
    }

    /// Where the call's record is, or nil.
    func find(_ number: UInt32) -> Int? {
        guard number != 0 else {
            return nil
        }
        let mask = numbers.count - 1
        var index = Int(number >> 1) & mask
        while numbers[index] != 0 {
            if numbers[index] == number {
                return index
            }
            index = (index + 1) & mask
        }
        return nil
    }

    /// Adds a record under its own number, which must be new and not 0; returns its index.
    mutating func insert(_ record: CallRecord<State>) -> Int {
        // At most half full, so that a search always meets a free place.
        if (count + 1) * 2 > numbers.count {
            grow()
        }
        let index = freePlace(for: record.number)
        numbers[index] = record.number
        records[index] = record
        count += 1
        return index
    }

    /// Takes the record at `index` out.
    mutating func remove(at index: Int) {
        let mask = numbers.count - 1
        var hole = index
        var next = (hole + 1) & mask
        // Move followers back into the hole unless that would put them before their own place.
        while numbers[next] != 0 {
            let home = Int(numbers[next] >> 1) & mask
            if (next - home) & mask >= (next - hole) & mask {
                numbers[hole] = numbers[next]
                records.swapAt(hole, next)
                hole = next
            }
            next = (next + 1) & mask
        }
        numbers[hole] = 0
        records[hole] = CallRecord()
        count -= 1
    }

    /// The indices of all records, in no order; valid until the next change of the members.
    var indices: some Sequence<Int> {
        numbers.indices.lazy.filter { [numbers] in numbers[$0] != 0 }
    }

    /// All numbers, lowest first.
    func callNumbers() -> [UInt32] {
        numbers.filter { $0 != 0 }.sorted()
    }

    private func freePlace(for number: UInt32) -> Int {
        let mask = numbers.count - 1
        var index = Int(number >> 1) & mask
        while numbers[index] != 0 {
            index = (index + 1) & mask
        }
        return index
    }

    private mutating func grow() {
        let oldNumbers = numbers
        let oldRecords = records
        numbers = Array(repeating: 0, count: oldNumbers.count * 2)
        records = Array(repeating: CallRecord(), count: oldNumbers.count * 2)
        for (number, record) in zip(oldNumbers, oldRecords) where number != 0 {
            let index = freePlace(for: number)
            numbers[index] = number
            records[index] = record
        }
    }
}
