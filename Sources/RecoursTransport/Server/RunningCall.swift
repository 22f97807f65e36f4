// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursWire

/// One call whose handler has not ended, or whose answer is not written.
struct RunningCall {
    let call: ServerCall
    let begun: MonotonicInstant
    /// Nil for a call of one message each way.
    let streams: CallStreams?
    var task: Task<Void, Never>?
    var isStarted = false
    /// The only request, until the client has said that it is the only one.
    var request: ByteBuffer?
    /// What the handler returned, while its last messages are on their way.
    var ending: RPCStatus?
    /// How the caller was answered, if it was otherwise than by the handler's return.
    var answered: RPCStatus.Code?
    /// The only response, if the connection could not take it at once.
    var unsent: ByteBuffer?
    var requestBytes = 0
    var responseBytes = 0
}

/// The running calls of one connection by number.
///
/// Most calls end before the next begins. So the newest has a place of its own, and such calls
/// never touch the dictionary.
struct RunningCalls {
    private var newest: (number: UInt32, call: RunningCall)?
    private var others: [UInt32: RunningCall] = [:]

    var isEmpty: Bool { newest == nil && others.isEmpty }

    subscript(number: UInt32) -> RunningCall? {
        get {
            if let newest, newest.number == number { return newest.call }
            return others.isEmpty ? nil : others[number]
        }
        set {
            if newest?.number == number {
                newest = newValue.map { (number, $0) }
            } else {
                others[number] = newValue
            }
        }
    }

    mutating func insert(_ call: RunningCall, _ number: UInt32) {
        if let newest { others[newest.number] = newest.call }
        newest = (number, call)
    }

    /// Changes a call in its place; nil if there is none of the number.
    mutating func change<Value>(
        _ number: UInt32, _ body: (inout RunningCall) -> Value
    ) -> Value? {
        if newest?.number == number, var call = newest?.call {
            newest = nil
            defer { newest = (number, call) }
            return body(&call)
        }
        guard let place = others.index(forKey: number) else { return nil }
        return body(&others.values[place])
    }
}
