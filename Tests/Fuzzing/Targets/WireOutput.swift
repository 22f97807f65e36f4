// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursWire

/// Reads what a machine writes, and holds it to what a peer may count on: whole frames, one last
/// frame a call, nothing behind it.
struct WireOutput {
    private let role: Role
    private var decoder = FrameDecoder(maxFrameBytes: 65_536)
    private var headed: Set<UInt32> = []
    private var ended: Set<UInt32> = []
    private var highestOpened: UInt32 = 0
    private var hasHello = false

    enum Role {
        case client, server
    }

    init(_ role: Role) {
        self.role = role
    }

    /// Whether the call's last frame was written.
    func hasEnded(_ call: UInt32) -> Bool {
        ended.contains(call)
    }

    mutating func read(_ bytes: ByteBuffer) throws {
        var bytes = bytes
        decoder.append(&bytes)
        while let header = try decoder.header() {
            guard decoder.payload(of: header) != nil else { break }
            guard let type = header.type else {
                throw BrokenLaw(description: "a frame of an unknown type was written")
            }
            try law(hasHello != (type == .hello), "HELLO is not the first frame, or not the only")
            hasHello = true
            try read(type, header)
        }
        try law(decoder.pendingByteCount == 0, "the output ends within a frame")
    }

    private mutating func read(_ type: FrameType, _ header: FrameHeader) throws(BrokenLaw) {
        let call = header.call
        switch type {
        case .hello, .ping, .goAway, .credit: return
        case .open:
            try law(role == .client && call & 1 == 1 && call > highestOpened, "OPEN of \(call)")
            highestOpened = call
        case .head:
            try law(role == .server && headed.insert(call).inserted, "HEAD of \(call)")
            try law(!ended.contains(call), "HEAD behind the last frame of \(call)")
        case .data:
            try law(!ended.contains(call), "DATA behind the last frame of \(call)")
            headed.insert(call)
            if header.flags.contains(.end) { ended.insert(call) }
        case .status:
            try law(role == .server && ended.insert(call).inserted, "STATUS of \(call)")
        case .cancel:
            // A client may still cancel what it has sent all requests of.
            try law(role == .client || ended.insert(call).inserted, "CANCEL of \(call)")
            ended.insert(call)
        }
    }
}
