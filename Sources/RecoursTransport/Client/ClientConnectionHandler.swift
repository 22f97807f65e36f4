// SPDX-License-Identifier: EUPL-1.2

internal import DequeModule
internal import NIOCore
internal import RecoursMessages
internal import RecoursTLS
internal import RecoursWire

/// The client's side of one connection: feeds the machine and performs its orders. All state here
/// belongs to the connection's event loop.
final class ClientConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    struct RunningCall {
        let call: ClientCall
        let streams: ClientStreams?
        var response: ByteBuffer?
        var isSendingFinished = false
    }

    let records: RecordLayer
    let status: ClientConnectionStatus
    var machine: ClientConnectionStateMachine
    var calls: [UInt32: RunningCall] = [:]
    var numbers: [ObjectIdentifier: UInt32] = [:]
    /// Calls that wait until one of those running has ended, in order.
    var waiting: Deque<(call: ClientCall, streams: ClientStreams?)> = []
    private(set) var context: ChannelHandlerContext?
    private var alarm: Scheduled<Void>?
    private var alarmAt: MonotonicInstant?
    private var isFlushScheduled = false
    private var isReading = false
    private var hasPendingRead = false
    private(set) var isClosing = false

    init(session: TLSSession, limits: ConnectionLimits, status: ClientConnectionStatus) {
        records = RecordLayer(session: session)
        self.status = status
        machine = ClientConnectionStateMachine(limits: limits, now: .now)
    }

    // MARK: Channel

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        receive()
        flush()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        guard !isClosing else { return }
        isReading = true
        records.receive(&bytes, now: .now)
        receive()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReading = false
        flush()
        context.fireChannelReadComplete()
    }

    func channelInactive(context: ChannelHandlerContext) {
        alarm?.cancel()
        if !isClosing {
            records.receiveEnd()
            receive()
        }
        machine.receiveEnd(orderly: false, now: .now)
        pullEvents()
        fail(.lost("the server closed it"))
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(.lost("\(error)"))
        context.close(promise: nil)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            flush()
            if hasPendingRead {
                hasPendingRead = false
                context.read()
            }
        }
        context.fireChannelWritabilityChanged()
    }

    func read(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            context.read()
        } else {
            hasPendingRead = true
        }
    }

    // MARK: Input and output

    private func receive() {
        do throws(TLSError) {
            let hasEnded = try records.read { bytes in
                machine.receive(&bytes, now: .now)
                pullEvents()
            }
            if hasEnded {
                machine.receiveEnd(orderly: true, now: .now)
                pullEvents()
            }
        } catch {
            // In TLS 1.3 a refused certificate shows here first.
            fail(CallFailure(error))
            machine.receiveEnd(orderly: false, now: .now)
            pullEvents()
            close()
        }
    }

    func pullEvents() {
        while let event = machine.nextEvent() { handle(event) }
    }

    func flush() {
        guard let context, !isClosing else { return }
        do throws(TLSError) {
            try records.write(to: context) { buffer in
                machine.writeOutput(into: &buffer, upTo: RecordLayer.writeBytes, now: .now)
            }
        } catch {
            fail(CallFailure(error))
            close()
            return
        }
        pullEvents()
        armAlarm()
    }

    func flushSoon() {
        guard !isReading, !isFlushScheduled, let context else { return }
        isFlushScheduled = true
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        context.eventLoop.execute {
            bound.value.isFlushScheduled = false
            bound.value.flush()
        }
    }

    func close() {
        guard let context, !isClosing else { return }
        try? records.write(to: context) { buffer in
            machine.writeOutput(into: &buffer, upTo: RecordLayer.writeBytes, now: .now)
        }
        isClosing = true
        status.closes()
        records.close(context)
    }

    /// The connection is over: everybody who waits is told why, the first reason found.
    func fail(_ failure: CallFailure) {
        let reason = status.fails(failure)
        let pending = waiting
        waiting = []
        for (call, streams) in pending { finish(call, streams, .failure(reason)) }
        let running = calls.values
        calls = [:]
        numbers = [:]
        for one in running {
            // These had been sent: whether they took effect is not known.
            finish(
                one.call, one.streams,
                .failure(
                    CallFailure(reason.status, origin: .connection, remedy: reason.remedy)))
        }
    }

    func finish(
        _ call: ClientCall, _ streams: ClientStreams?, _ outcome: ClientCall.Outcome
    ) {
        call.settle(outcome)
        switch outcome {
        case .success:
            streams?.inbound.finish(.success(()))
            streams?.outbound.fail(.ended)
        case .failure(let failure):
            streams?.inbound.finish(.failure(failure))
            streams?.outbound.fail(failure)
        }
    }

    // MARK: Timers

    private func armAlarm() {
        guard let context, let next = machine.nextTimeout else { return }
        if let alarmAt, alarmAt <= next { return }
        alarm?.cancel()
        alarmAt = next
        let wait = max(10_000_000, Int64(clamping: next.nanoseconds(since: .now)))
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        alarm = context.eventLoop.scheduleTask(in: .nanoseconds(wait)) {
            bound.value.alarmRang()
        }
    }

    private func alarmRang() {
        alarmAt = nil
        guard !isClosing else { return }
        machine.tick(now: .now)
        expireWaiting()
        pullEvents()
        flush()
    }
}
