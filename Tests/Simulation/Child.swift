// SPDX-License-Identifier: EUPL-1.2

import CProcess
import Glibc

/// A process of its own for a piece of work, and the text it comes back with.
struct Child {
    struct Result {
        var text: String
        /// 0, or how it ended otherwise; over 1,000: by a signal.
        var status: Int
    }

    private let process: CInt
    private let input: CInt

    init(_ work: () -> String) throws {
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0 else { throw Breach("no pipe: \(errno)") }
        fflush(nil)
        let process = process_fork()
        guard process >= 0 else { throw Breach("no process: \(errno)") }
        if process == 0 {
            close(ends[0])
            Child.write(Array(work().utf8), to: ends[1])
            fflush(nil)
            _exit(0)
        }
        close(ends[1])
        self.process = process
        input = ends[0]
    }

    /// Waits for its end.
    func result() -> Result {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(input, &piece, piece.count)
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        close(input)
        return Result(
            text: String(decoding: bytes, as: UTF8.self), status: Int(process_wait(process)))
    }

    private static func write(_ bytes: [UInt8], to output: CInt) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(output, Array(rest), rest.count)
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
