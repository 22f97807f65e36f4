// SPDX-License-Identifier: EUPL-1.2

/// Reads a text line by line as it comes, whatever the file's size.
struct LineReader {
    /// A case is at most 2 MiB encoded; JSON may take twice as much.
    static let maxLineBytes = 8 << 20

    private let read: () throws -> [UInt8]?
    private var buffer: [UInt8] = []
    /// Where the unread part of the buffer begins, and how much of it holds no line's end.
    private var start = 0
    private var searched = 0
    private var isAtEnd = false
    private(set) var line = 0

    init(_ read: @escaping () throws -> [UInt8]?) {
        self.read = read
    }

    /// The next line without its end; nil after the last. Throws what reading throws, or a
    /// `CommandError` for a line that is too long.
    mutating func next() throws -> [UInt8]? {
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let found = buffer[start..<end]
                start = end + 1
                searched = start
                return taken(found)
            }
            searched = buffer.count
            guard buffer.count - start <= LineReader.maxLineBytes else {
                throw CommandError(
                    .badData, FileSentence.lineTooLong(line + 1, limit: LineReader.maxLineBytes),
                    remedy: FileSentence.objectALine)
            }
            guard !isAtEnd else { return nil }
            buffer.removeFirst(start)
            searched -= start
            start = 0
            if let bytes = try read() {
                buffer += bytes
            } else {
                isAtEnd = true
                guard !buffer.isEmpty else { return nil }
                start = buffer.count
                searched = start
                return taken(buffer[...])
            }
        }
    }

    private mutating func taken(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        line += 1
        var bytes = bytes
        if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
        return Array(bytes)
    }
}
