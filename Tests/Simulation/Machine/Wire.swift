// SPDX-License-Identifier: EUPL-1.2

import Glibc
import NIOCore
import RecoursTLS
import RecoursTransport

/// The network between all machines: who can reach whom, how fast, and for how long.
///
/// Unchecked because the process has one thread.
final class Wire: @unchecked Sendable {
    let machine: Machine
    let trace: Trace
    let tally: Tally
    /// No link is cut any more.
    var isCalm = false
    /// Nobody reaches the server; connections that stand are not touched.
    var isParted = false
    private var dice: Dice
    /// One connection in so many comes to a bad end; 0: none.
    private let oneBadIn: Int
    private(set) var links: [Link] = []
    private var lastLink = 0
    /// Who takes connections now.
    var listener: SimulatedListener?

    init(machine: Machine, trace: Trace, tally: Tally, dice: Dice) {
        self.machine = machine
        self.trace = trace
        self.tally = tally
        self.dice = dice
        oneBadIn = self.dice.pick([0, 2, 3, 5]) ?? 3
    }

    // MARK: Chance

    func newDice() -> Dice { dice.child() }

    func shortTime() -> Int64 { dice.milliseconds(0...40) }

    func manner() -> Pipe.Manner {
        let water = dice.pick([2_048, 16_384, 262_144, 262_144]) ?? 262_144
        return Pipe.Manner(
            latency: dice.pick([0...1, 0...5, 1...30, 20...120]) ?? 0...1,
            piece: dice.pick([0, 0, 0, 1_400, 1_400, 300, 61]) ?? 0,
            lowWater: water, highWater: 4 * water)
    }

    func fate() -> Link.Fate {
        guard !isCalm, dice.once(in: oneBadIn) else { return .lasts }
        switch dice.below(10) {
        case 0: return .cutAfter(bytes: dice.within(200...6_000))
        case 1..<5: return .cutAfter(bytes: dice.within(6_000...60_000))
        case 5..<8: return .cutAt(nanoseconds: dice.milliseconds(0...40_000))
        case 8:
            return .silentAt(
                nanoseconds: dice.milliseconds(100...40_000), toServer: true, toClient: true)
        default:
            let toServer = dice.once(in: 2)
            return .silentAt(
                nanoseconds: dice.milliseconds(100...40_000), toServer: toServer,
                toClient: !toServer)
        }
    }

    // MARK: Connecting

    /// Connects a client's channel with whatever server is there when it arrives.
    func connect(
        from loop: SimulatedLoop, as partner: String, timeout: TimeAmount,
        _ initialise: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
    ) -> EventLoopFuture<any Channel> {
        let promise = loop.makePromise(of: (any Channel).self)
        machine.after(shortTime()) { [self] in
            if isParted {
                machine.after(timeout.nanoseconds) {
                    promise.fail(ChannelError.connectTimeout(timeout))
                }
                return
            }
            guard let listener, !listener.loop.isDead else {
                machine.after(shortTime()) {
                    promise.fail(IOError(errnoCode: ECONNREFUSED, reason: "connect"))
                }
                return
            }
            link(listener, loop, partner, initialise, promise)
        }
        return promise.futureResult
    }

    private func link(
        _ listener: SimulatedListener, _ loop: SimulatedLoop, _ partner: String,
        _ initialise: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>,
        _ promise: EventLoopPromise<any Channel>
    ) {
        lastLink += 1
        let link = Link(
            number: lastLink, partner: partner, wire: self, clientLoop: loop,
            serverLoop: listener.loop)
        links.removeAll { $0.isOver || !$0.client.isOpen && !$0.server.isOpen }
        links.append(link)
        tally.connections += 1
        trace.note("link \(link.number) of \(partner)")
        listener.loop.execute { listener.take(link.server) }
        machine.after(shortTime()) {
            loop.execute {
                initialise(link.client).whenComplete { result in
                    switch result {
                    case .success:
                        link.client.activate()
                        promise.succeed(link.client)
                    case .failure(let error): promise.fail(error)
                    }
                }
            }
        }
    }

    // MARK: Trouble

    /// The server's machine is gone: killed, so that its kernel says so, or without power.
    func serverDied(silently: Bool) {
        listener = nil
        for link in links { if silently { link.silence() } else { link.cut() } }
    }

    /// The same of one client.
    func clientDied(_ loop: SimulatedLoop) {
        for link in links where link.client.loop === loop { link.cut() }
    }

    func cutAll() {
        for link in links { link.cut() }
    }

    func silenceAll() {
        for link in links { link.silence() }
    }

    func noteCut(_ link: Link) {
        tally.cuts += 1
        trace.note("link \(link.number) cut")
    }

    func noteSilence(_ link: Link) {
        tally.silences += 1
        trace.note("link \(link.number) silent")
    }
}

/// Where the server listens.
///
/// Unchecked because the process has one thread.
final class SimulatedListener: NetworkListener, @unchecked Sendable {
    let loop: SimulatedLoop
    private let wire: Wire
    private var accept: (@Sendable (any Channel) throws -> Void)?

    init(wire: Wire, loop: SimulatedLoop) {
        self.wire = wire
        self.loop = loop
    }

    var eventLoops: [any EventLoop] { [loop] }

    func listen(
        admit: @escaping @Sendable (PeerAddress) -> Bool,
        accept: @escaping @Sendable (any Channel, PeerAddress) throws -> Void
    ) async throws -> Int {
        self.accept = { channel in
            let peer = PeerAddress(channel.remoteAddress)
            guard admit(peer) else { throw ChannelError.ioOnClosedChannel }
            try accept(channel, peer)
        }
        if !loop.isDead { wire.listener = self }
        return 7_443
    }

    /// A connection has come; on the loop.
    func take(_ channel: SimulatedChannel) {
        do {
            try accept?(channel)
            channel.activate()
        } catch {
            channel.close(promise: nil)
        }
    }

    func close() async {
        if wire.listener === self { wire.listener = nil }
    }

    func shutDown() async {}
}

/// The network as one process has it.
struct SimulatedNetwork: Network {
    let wire: Wire
    let loop: SimulatedLoop
    /// Whose connections they are, for the trace.
    let partner: String
    /// What its peers are shown.
    let certificate: [UInt8]

    func listener(_ configuration: RPCServerConfiguration) -> any NetworkListener {
        SimulatedListener(wire: wire, loop: loop)
    }

    func clientLoop() -> any EventLoop { loop }

    func addresses(of host: String, within time: Duration) async -> [String] { [host] }

    func connect(
        to host: String, port: Int, timeout: TimeAmount, on eventLoop: any EventLoop,
        initialise: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
    ) -> EventLoopFuture<any Channel> {
        wire.connect(from: loop, as: partner, timeout: timeout, initialise)
    }

    func serverSession(_ context: TLSContext) throws(TLSError) -> any SecureSession {
        PlainSession(certificate)
    }

    func clientSession(
        _ context: TLSContext, serverName: String
    ) throws(TLSError) -> any SecureSession {
        PlainSession(certificate)
    }
}
