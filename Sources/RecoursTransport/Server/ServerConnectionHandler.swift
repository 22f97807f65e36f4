// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import NIOCore
internal import RecoursMessages
internal import RecoursTLS
internal import RecoursWire

/// The server's side of one connection: feeds the machine, performs its orders, runs handlers.
///
/// A handler begins on this connection's event loop and stays there until it first waits, so the
/// answers of one read go out in one write. All state here belongs to the event loop.
final class ServerConnectionHandler: ChannelDuplexHandler, LoopFlushable {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    let server: ServerShared
    let peer: PeerConnection
    let executor: LoopExecutor
    let records: RecordLayer
    // Neither calls anything of ours back, so accesses cannot overlap, and checking each of them
    // at run time cost a small call a tenth.
    @exclusivity(unchecked) var machine: ServerConnectionStateMachine
    @exclusivity(unchecked) var calls = RunningCalls()
    /// What the connection's calls share; nil if admission turned the peer away.
    private(set) var link: ServerLink?
    private(set) var context: ChannelHandlerContext?
    /// The clock at the beginning of this read, which is exact enough for all its calls.
    private(set) var now = MonotonicInstant.now
    private var alarm = ConnectionAlarm()
    private var isFlushScheduled = false
    /// Between a read and its completion, which flushes.
    private var isReading = false
    private var hasPendingRead = false
    private var pause = ReadPause()
    private(set) var isClosing = false
    /// The method of the last call: most connections call one over and over, and to compare two
    /// names costs a fortieth of hashing one.
    private var lastEntry: MethodRouter.Entry?

    init(
        session: any SecureSession, peer: PeerConnection, server: ServerShared,
        executor: LoopExecutor
    ) {
        self.executor = executor
        records = RecordLayer(session: session, work: executor.work)
        self.peer = peer
        self.server = server
        machine = ServerConnectionStateMachine(limits: server.connectionLimits(), now: .now)
    }

    // MARK: Channel

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        server.connectionOpened(self)
        peer.serves(NIOLoopBound(self, eventLoop: context.eventLoop))
        // The lists may have changed between the handshake and here, where they are first found by
        // whoever changes them.
        guard !expelIfRevoked() else { return }
        do throws(AdmissionRefusal) {
            link = ServerLink(
                peer: peer, identity: try server.admission.admit(peer), executor: executor,
                handler: self)
        } catch {
            expel(.unauthenticated, error.message)
            return
        }
        // The first frames may have come with the end of the handshake.
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
            now = .now
            if !machine.hasOutput {
                records.lendOutput { _ = machine.writeOutput(into: &$0, upTo: 0, now: now) }
            }
        }
        server.traffic.received(bytes.readableBytes)
        records.receive(&bytes, now: now)
        receive()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReading = false
        pause.hasRead()
        flush()
        context.fireChannelReadComplete()
    }

    func channelInactive(context: ChannelHandlerContext) {
        alarm.cancel()
        if !isClosing {
            records.receiveEnd()
            receive()
        }
        isClosing = true
        machine.receiveEnd(orderly: false, now: .now)
        pullEvents()
        peer.serves(nil)
        server.connectionClosed(self)
        // The link holds this handler. Calls that still run hold the link.
        if let link = link.take() { server.admission.closed(peer, identity: link.identity) }
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        server.logger.debug(
            "connection failed", metadata: ["connection": "\(peer.number)", "error": "\(error)"])
        context.close(promise: nil)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            flush()
            readOn()
        }
        context.fireChannelWritabilityChanged()
    }

    /// Stops reading while the peer does not read, for what it asks for would only pile up; and for
    /// a little while after a refusal.
    func read(context: ChannelHandlerContext) {
        hasPendingRead = true
        readOn()
    }

    private func readOn() {
        guard let context, hasPendingRead, !pause.isActive, context.channel.isWritable
        else { return }
        hasPendingRead = false
        context.read()
    }

    /// A call had to be refused for want of room.
    func pauseReading() {
        guard let context, let milliseconds = pause.begin() else { return }
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: .milliseconds(milliseconds)) {
            bound.value.pause.end()
            bound.value.readOn()
        }
    }

    /// The method of this name; nil if there is none.
    func entry(of method: String) -> MethodRouter.Entry? {
        if let lastEntry, lastEntry.method.fullName == method { return lastEntry }
        lastEntry = server.router.entries[method]
        return lastEntry
    }

    // MARK: Input and output

    /// Works off what has come; handlers begin in here.
    private func receive() {
        do throws(TLSError) {
            let hasEnded = try records.read { bytes in
                machine.receive(&bytes, now: now)
                pullEvents()
            }
            if hasEnded {
                machine.receiveEnd(orderly: true, now: now)
                pullEvents()
            }
        } catch {
            server.logger.debug(
                "connection ended", metadata: ["connection": "\(peer.number)", "why": "\(error)"])
            machine.receiveEnd(orderly: false, now: now)
            pullEvents()
            close()
        }
    }

    func pullEvents() {
        while let event = machine.nextEvent() { handle(event) }
    }

    /// Writes what the machine has to say, as far as the socket takes it.
    func flush() {
        guard let context, !isClosing else { return }
        do throws(TLSError) {
            server.traffic.sent(
                try records.write(to: context) { buffer in
                    machine.writeOutput(into: &buffer, upTo: RecordLayer.writeBytes, now: .now)
                })
        } catch {
            server.logger.debug(
                "cannot write", metadata: ["connection": "\(peer.number)", "why": "\(error)"])
            close()
            return
        }
        // Senders who waited for room may go on, and then have something to write.
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

    /// Says what is queued, then close_notify, and closes.
    func close() {
        guard let context, !isClosing else { return }
        // A session that has failed can say nothing more; the alert it left goes out all the same.
        _ = try? records.write(to: context) { buffer in
            machine.writeOutput(into: &buffer, upTo: RecordLayer.writeBytes, now: .now)
        }
        isClosing = true
        records.close(context)
    }

    /// Ends the connection at once, saying why: a refused or revoked partner.
    func expel(_ reason: WireGoAwayReason, _ message: String) {
        machine.goAway(reason, message: message, retryAfterMilliseconds: 0, now: .now)
        close()
        machine.receiveEnd(orderly: false, now: .now)
        pullEvents()
    }

    /// Ends the connection if its certificate is on a revocation list by now.
    @discardableResult
    func expelIfRevoked() -> Bool {
        guard !isClosing, records.isPeerRevoked else { return false }
        expel(.revoked, "The certificate was revoked.")
        return true
    }

    /// Begins the orderly drain.
    func drain(retryAfterMilliseconds: UInt32) {
        machine.goAway(
            .draining, message: "The server shuts down.",
            retryAfterMilliseconds: retryAfterMilliseconds, now: .now)
        pullEvents()
        flush()
    }

    /// What its calls make the server hold: received and not taken, or written and not sent.
    var heldBytes: Int {
        let unwritten = try? context?.channel.syncOptions?.getOption(.bufferedWritableBytes)
        return machine.heldBytes + (unwritten ?? 0)
    }

    // MARK: Timers

    private func armAlarm() {
        guard let context, let next = machine.nextTimeout, !alarm.rings(by: next) else { return }
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        alarm.set(next, on: context.eventLoop) { bound.value.alarmRang() }
    }

    private func alarmRang() {
        alarm.rang()
        guard !isClosing else { return }
        machine.tick(now: .now)
        pullEvents()
        flush()
    }
}
