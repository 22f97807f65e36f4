// SPDX-License-Identifier: EUPL-1.2

import NIOCore

/// One end of a simulated connection, as its process sees it.
///
/// Unchecked because the process has one thread.
final class SimulatedChannel: Channel, ChannelCore, @unchecked Sendable {
    let loop: SimulatedLoop
    let allocator = ByteBufferAllocator()
    let closeFuture: EventLoopFuture<Void>
    let remoteAddress: SocketAddress?
    var localAddress: SocketAddress? { nil }
    var parent: (any Channel)? { nil }
    private(set) var isActive = false
    private(set) var isWritable = true
    /// What it writes goes here.
    let output: Pipe
    private let closePromise: EventLoopPromise<Void>
    private(set) lazy var pipeline = ChannelPipeline(channel: self)
    private(set) var isOpen = true
    private var unflushed: [(ByteBuffer, EventLoopPromise<Void>?)] = []
    private(set) var wantsRead = false
    /// Asks for what has come in; set by whoever connects both ends.
    var whenReading: () -> Void = {}

    init(loop: SimulatedLoop, output: Pipe, remoteAddress: SocketAddress?) {
        self.loop = loop
        self.output = output
        self.remoteAddress = remoteAddress
        closePromise = loop.makePromise()
        closeFuture = closePromise.futureResult
    }

    var eventLoop: any EventLoop { loop }
    // swift-format-ignore: NoLeadingUnderscores
    // Because that is NIO's name for it.
    var _channelCore: any ChannelCore { self }

    /// The connection stands.
    func activate() {
        guard isOpen else { return }
        isActive = true
        pipeline.fireChannelRegistered()
        pipeline.fireChannelActive()
        if isOpen { pipeline.read() }
    }

    // MARK: From the network

    func receive(_ bytes: ByteBuffer) {
        guard isOpen else { return }
        wantsRead = false
        pipeline.fireChannelRead(bytes)
        pipeline.fireChannelReadComplete()
        if isOpen { pipeline.read() }
    }

    /// The peer says no more. As NIO does unless told otherwise, all is closed.
    func receiveEnd() {
        if isOpen { shut(ChannelError.eof) }
    }

    func receiveReset(_ number: CInt) {
        guard isOpen else { return }
        let error = IOError(errnoCode: number, reason: "read")
        pipeline.fireErrorCaught(error)
        if isOpen { shut(error) }
    }

    /// So many bytes of its own are under way.
    func noteUnsent(_ count: Int, low: Int, high: Int) {
        let may = isWritable ? count <= high : count <= low
        guard isOpen, may != isWritable else { return }
        isWritable = may
        pipeline.fireChannelWritabilityChanged()
    }

    // MARK: From its handlers

    func write0(_ data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard isOpen else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        unflushed.append((unwrapData(data, as: ByteBuffer.self), promise))
    }

    func flush0() {
        var all = ByteBuffer()
        let promises = unflushed.compactMap(\.1)
        for (bytes, _) in unflushed { all.writeImmutableBuffer(bytes) }
        unflushed = []
        if all.readableBytes > 0 { output.send(all) }
        for promise in promises { promise.succeed() }
    }

    func read0() {
        guard isOpen, !wantsRead else { return }
        wantsRead = true
        whenReading()
    }

    func close0(error: any Error, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard isOpen else {
            promise?.fail(ChannelError.alreadyClosed)
            return
        }
        flush0()
        output.sendEnd()
        if mode == .all { shut(error) }
        promise?.succeed()
    }

    private func shut(_ error: any Error) {
        isOpen = false
        isActive = false
        for (_, promise) in unflushed { promise?.fail(error) }
        unflushed = []
        pipeline.fireChannelInactive()
        pipeline.fireChannelUnregistered()
        loop.execute {
            self.removeHandlers(pipeline: self.pipeline)
            self.closePromise.succeed()
        }
    }

    // MARK: What nobody here asks for

    func localAddress0() throws -> SocketAddress { throw ChannelError.operationUnsupported }
    func remoteAddress0() throws -> SocketAddress { throw ChannelError.operationUnsupported }
    func register0(promise: EventLoopPromise<Void>?) { promise?.succeed() }
    func registerAlreadyConfigured0(promise: EventLoopPromise<Void>?) { promise?.succeed() }
    func bind0(to: SocketAddress, promise: EventLoopPromise<Void>?) { promise?.succeed() }
    func connect0(to: SocketAddress, promise: EventLoopPromise<Void>?) { promise?.succeed() }
    func triggerUserOutboundEvent0(_ event: Any, promise: EventLoopPromise<Void>?) {
        promise?.fail(ChannelError.operationUnsupported)
    }
    func channelRead0(_ data: NIOAny) {}
    func errorCaught0(error: any Error) {}

    func setOption<Option: ChannelOption>(
        _ option: Option, value: Option.Value
    ) -> EventLoopFuture<Void> { loop.makeSucceededVoidFuture() }

    func getOption<Option: ChannelOption>(_ option: Option) -> EventLoopFuture<Option.Value> {
        loop.makeFailedFuture(ChannelError.operationUnsupported)
    }
}
