// SPDX-License-Identifier: EUPL-1.2

/// The running calls of one connection by number.
///
/// Most calls end before the next begins. So the newest has a place of its own, and such calls
/// never touch the dictionary.
struct RunningCalls {
    private var newest: ServerCall?
    private var others: [UInt32: ServerCall] = [:]

    subscript(number: UInt32) -> ServerCall? {
        if let newest, newest.number == number { return newest }
        return others.isEmpty ? nil : others[number]
    }

    mutating func insert(_ call: ServerCall) {
        if let newest { others[newest.number] = newest }
        newest = call
    }

    mutating func remove(_ call: ServerCall) {
        if newest === call {
            newest = nil
        } else {
            others[call.number] = nil
        }
    }
}
