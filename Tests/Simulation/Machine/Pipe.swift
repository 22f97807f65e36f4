// SPDX-License-Identifier: EUPL-1.2

import NIOCore

/// One direction of a connection: bytes come in their order, in other pieces than they were sent
/// in, and late.
///
/// Unchecked because the process has one thread.
final class Pipe: @unchecked Sendable {
    /// How long bytes take, and in what pieces they come.
    struct Manner {
        var latency: ClosedRange<Int>
        /// Largest piece; 0: whatever is there.
        var piece: Int
        var lowWater: Int
        var highWater: Int
    }

    private let machine: Machine
    private let manner: Manner
    private var dice: Dice
    private var underWay = ByteBuffer()
    private var ends = false
    private var isMoving = false
    /// Nothing arrives any more, and nobody is told.
    private(set) var isSilent = false
    /// It is over: cut, or its end has come.
    private var isOver = false
    /// Since when bytes wait in a silent pipe.
    private var silentSince: Int64?
    weak var sender: SimulatedChannel?
    weak var receiver: SimulatedChannel?
    /// Told how many bytes have arrived.
    var whenArrived: (Int) -> Void = { _ in }
    /// The receiver is gone and does not know the connection.
    var whenUnwanted: () -> Void = {}
    /// What was sent has not been acknowledged for too long (TCP_USER_TIMEOUT).
    var whenUnheard: () -> Void = {}

    init(machine: Machine, manner: Manner, dice: Dice) {
        self.machine = machine
        self.manner = manner
        self.dice = dice
    }

    // MARK: Sending

    func send(_ bytes: ByteBuffer) {
        guard !isOver, !ends else { return }
        underWay.writeImmutableBuffer(bytes)
        tellSender()
        if isSilent { awaitSilence() } else { move() }
    }

    func sendEnd() {
        guard !isOver, !ends else { return }
        ends = true
        if !isSilent { move() }
    }

    /// What is under way is lost.
    func cut() {
        isOver = true
        underWay = ByteBuffer()
    }

    func silence() {
        isSilent = true
        if underWay.readableBytes > 0 { awaitSilence() }
    }

    private func awaitSilence() {
        guard silentSince == nil else { return }
        silentSince = machine.now
        machine.after(30_000_000_000) { [weak self] in
            guard let self, !isOver else { return }
            whenUnheard()
        }
    }

    private func tellSender() {
        sender?.noteUnsent(
            underWay.readableBytes, low: manner.lowWater, high: manner.highWater)
    }

    // MARK: Arriving

    /// Goes on if there is something to bring and the receiver reads.
    func move() {
        guard !isMoving, !isOver, !isSilent, ends || underWay.readableBytes > 0 else { return }
        isMoving = true
        machine.after(dice.milliseconds(manner.latency)) { [weak self] in self?.arrive() }
    }

    private func arrive() {
        guard let receiver else { return isMoving = false }
        receiver.loop.execute { [weak self] in
            guard let self else { return }
            isMoving = false
            guard !isOver, !isSilent else { return }
            deliver(to: receiver)
            move()
        }
    }

    private func deliver(to receiver: SimulatedChannel) {
        guard receiver.isOpen else {
            if underWay.readableBytes > 0 { whenUnwanted() }
            return cut()
        }
        let there = underWay.readableBytes
        if there > 0 {
            // It reads when it wants to; then it is asked again.
            guard receiver.wantsRead else { return }
            let most = manner.piece == 0 ? there : min(there, manner.piece)
            let count = manner.piece == 0 && dice.once(in: 4) ? 1 + dice.below(there) : most
            guard let piece = underWay.readSlice(length: count) else { return }
            receiver.receive(piece)
            if underWay.readableBytes == 0 { underWay = ByteBuffer() }
            if let sender { sender.loop.execute { [weak self] in self?.tellSender() } }
            whenArrived(count)
        } else if ends {
            isOver = true
            receiver.receiveEnd()
        }
    }
}
