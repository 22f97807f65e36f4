// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursMessages
import RecoursWire

/// Frames that may not be, in orders that may not be.
enum RawFrames {
    static func script(_ dice: inout Dice, ids: [[UInt8]]) -> [ByteBuffer] {
        switch dice.below(6) {
        // Nothing at all; something that is no frame.
        case 0: return []
        case 1: return [ByteBuffer(bytes: dice.bytes(dice.spread(1...4_000)))]
        // Calls that nobody reads the answers of, and cancels.
        case 2: return [hello(credit: 1)] + calls(&dice, ids)
        case 3: return [hello(credit: 1_048_576)] + calls(&dice, ids) + cancels(&dice)
        default: return [hello(credit: 65_536)] + any(&dice)
        }
    }

    private static func hello(credit: UInt32) -> ByteBuffer {
        frame(
            .hello,
            WireHello(
                maxFrameBytes: 65_536, maxMessageBytes: 4_194_304, callCreditBytes: credit,
                connectionCreditBytes: credit, software: "raw"))
    }

    private static func calls(_ dice: inout Dice, _ ids: [[UInt8]]) -> [ByteBuffer] {
        (0..<dice.spread(1...120)).flatMap { number -> [ByteBuffer] in
            let call = UInt32(2 * number + 1)
            let id = dice.pick(ids) ?? []
            let isWatch = dice.once(in: 2)
            let method = isWatch ? WatchServiceMethods.watchInbox : CaseServiceMethods.getCase
            let open = frame(.open, call: call, WireOpen(method: method.fullName))
            let request =
                isWatch
                ? frame(.data, flags: .end, call: call, WatchInboxRequest())
                : frame(.data, flags: .end, call: call, GetCaseRequest(reference: .id(id)))
            return [open, request]
        }
    }

    private static func cancels(_ dice: inout Dice) -> [ByteBuffer] {
        (0..<dice.spread(1...300)).map { _ in
            frame(.cancel, call: UInt32(dice.below(200)), WireCancel())
        }
    }

    private static func any(_ dice: inout Dice) -> [ByteBuffer] {
        (0..<dice.within(1...12)).map { _ in
            let payload = dice.bytes(dice.spread(1...2_000))
            var buffer = ByteBuffer()
            buffer.writeFrameHeader(
                FrameHeader(
                    dice.pick(FrameType.allCases) ?? .data,
                    flags: FrameFlags(rawValue: dice.bytes(1)[0]),
                    call: dice.pick([0, 1, 2, 3, 5, .max]) ?? 0, payloadByteCount: payload.count))
            buffer.writeBytes(payload)
            return buffer
        }
    }

    private static func frame(
        _ type: FrameType, flags: FrameFlags = [], call: UInt32 = 0, _ message: some RecoursMessage
    ) -> ByteBuffer {
        let payload = message.serializedBytes()
        var buffer = ByteBuffer()
        buffer.writeFrameHeader(
            FrameHeader(type, flags: flags, call: call, payloadByteCount: payload.count))
        buffer.writeBytes(payload)
        return buffer
    }
}
