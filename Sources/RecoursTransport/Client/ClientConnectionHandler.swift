// SPDX-License-Identifier: EUPL-1.2

internal import DequeModule
internal import NIOCore
internal import RecoursMessages
internal import RecoursTLS
internal import RecoursWire

/// The client's side of one connection: feeds the machine and performs its orders. All state here
/// belongs to the connection's event loop.
final class ClientConnectionHandler: ChannelDuplexHandler, LoopFlushable {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    struct RunningCall {
        let call: ClientCall
        let streams: ClientStreams?
        var response: ByteBuffer?
        /// The only request, if the connection could not take it at once.
        var unsent: ByteBuffer?
        var isSendingFinished = false
    }

    let executor: LoopExecutor
    let records: RecordLayer
    let status: ClientConnectionStatus
    var machine: ClientConnectionStateMachine
    var calls: [UInt32: RunningCall] = [:]
    var numbers: [ObjectIdentifier: UInt32] = [:]
    /// Calls that wait until one of those running has ended, in order.
    var waiting: Deque<WaitingCall> = []
    /// No call in line is out of time before this.
    var waitingDeadline = MonotonicInstant.never
    private(set) var context: ChannelHandlerContext?
    private var alarm = ConnectionAlarm()
    private var isFlushScheduled = false
    private var isReading = false
    private var hasPendingRead = false
    private(set) var isClosing = false
    /// Whose word a status is that the machine gives now: its own while its clock is worked off.
    private(set) var isTicking = false
    /// The server's HELLO has come with what is being read.
    var hasNewGreeting = false
    /// Ends that may turn out to be those of a connection that fails.
    var doubtfulEnds: [(number: UInt32, status: RPCStatus)] = []

    init(
        session: any SecureSession, limits: ConnectionLimits, status: ClientConnectionStatus,
        executor: LoopExecutor
    ) {
        self.executor = executor
        records = RecordLayer(session: session, work: executor.work)
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
        if !isReading {
            isReading = true
            if !machine.hasOutput {
                records.lendOutput { _ = machine.writeOutput(into: &$0, upTo: 0, now: .now) }
            }
        }
        records.receive(&bytes, now: .now)
        receive()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReading = false
        flush()
        context.fireChannelReadComplete()
    }

    func channelInactive(context: ChannelHandlerContext) {
        alarm.cancel()
        if !isClosing {
            records.receiveEnd()
            receive()
        }
        fail(.lost("the server closed it"))
        isClosing = true
        machine.receiveEnd(orderly: false, now: .now)
        pullEvents()
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
            // In TLS 1.3 a refused certificate shows here first. Before the machine is told, whose
            // word on all calls would be that the connection was lost.
            fail(CallFailure(error))
            machine.receiveEnd(orderly: false, now: .now)
            pullEvents()
            close()
        }
    }

    func pullEvents() {
        while let event = machine.nextEvent() { handle(event) }
        endDoubtful()
        // Not before everything read with it: a server that admits nobody says HELLO, then GOAWAY.
        if hasNewGreeting {
            hasNewGreeting = false
            status.isGreeted()
        }
    }

    func flush() {
        guard let context, !isClosing else { return }
        do throws(TLSError) {
            _ = try records.write(to: context) { buffer in
                machine.writeOutput(into: &buffer, upTo: RecordLayer.writeBytes, now: .now)
            }
        } catch {
            fail(CallFailure(error))
            close()
            return
        }
        pullEvents()
        if machine.hasOutput, context.channel.isWritable { flushSoon() }
        armAlarm()
    }

    /// Flushes once for all that is done in this run of the event loop.
    func flushSoon() {
        guard !isReading, !isFlushScheduled else { return }
        isFlushScheduled = true
        executor.flushLater(self)
    }

    func flushGathered() {
        isFlushScheduled = false
        flush()
    }

    func close() {
        guard let context, !isClosing else { return }
        _ = try? records.write(to: context) { buffer in
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
        for (call, streams, _) in pending { finish(call, streams, .failure(reason.beforeSending)) }
        let running = calls.values
        calls = [:]
        numbers = [:]
        doubtfulEnds = []
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
            // What a server sent before its status can still be read.
            streams?.inbound.finish(
                .failure(failure), keepsMessages: failure.origin == .server)
            streams?.outbound.fail(failure)
        }
    }

    // MARK: Timers

    private func armAlarm() {
        guard let context else { return }
        let next = min(machine.nextTimeout ?? .never, waitingDeadline)
        guard next < .never, !alarm.rings(by: next) else { return }
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        alarm.set(next, on: context.eventLoop) { bound.value.alarmRang() }
    }

    private func alarmRang() {
        alarm.rang()
        guard !isClosing else { return }
        isTicking = true
        machine.tick(now: .now)
        pullEvents()
        isTicking = false
        expireWaiting()
        flush()
    }
}

/// A call in line for a place, and since when.
typealias WaitingCall = (call: ClientCall, streams: ClientStreams?, since: MonotonicInstant)
