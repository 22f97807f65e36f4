// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursWire

/// One call whose handler has not ended, or whose answer is not written. On its event loop only.
///
/// A class: as a value of this size it was copied at each step, a tenth of a small call's cost.
final class RunningCall {
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

    init(call: ServerCall, begun: MonotonicInstant, streams: CallStreams?) {
        self.call = call
        self.begun = begun
        self.streams = streams
    }
}

/// The running calls of one connection by number.
///
/// Most calls end before the next begins. So the newest has a place of its own, and such calls
/// never touch the dictionary.
struct RunningCalls {
    private var newest: RunningCall?
    private var others: [UInt32: RunningCall] = [:]

    subscript(number: UInt32) -> RunningCall? {
        if let newest, newest.call.number == number { return newest }
        return others.isEmpty ? nil : others[number]
    }

    mutating func insert(_ call: RunningCall) {
        if let newest { others[newest.call.number] = newest }
        newest = call
    }

    mutating func remove(_ call: RunningCall) {
        if newest === call {
            newest = nil
        } else {
            others[call.call.number] = nil
        }
    }
}
