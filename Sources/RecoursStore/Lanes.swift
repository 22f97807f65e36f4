// SPDX-License-Identifier: EUPL-1.2

/// So many pieces of work, of so many bytes in all.
struct WorkAmount {
    static let none = WorkAmount(count: 0, bytes: 0)

    var count: Int
    var bytes: Int

    /// Whether one more piece keeps to this amount, where `held` is there already. One is always
    /// let in, whatever its size: a limit must not be a deadlock.
    func hasRoom(for bytes: Int, beside held: WorkAmount) -> Bool {
        held.count < count && (held.count == 0 || held.bytes <= self.bytes - bytes)
    }

    func eighths(_ eighths: Int) -> WorkAmount {
        WorkAmount(count: max(1, count / 8 * eighths), bytes: max(1, bytes / 8 * eighths))
    }

    mutating func add(_ bytes: Int) {
        count += 1
        self.bytes += bytes
    }

    mutating func remove(_ bytes: Int) {
        count -= 1
        self.bytes -= bytes
    }
}

/// What waits, a lane a claim, and whose turn it is.
///
/// The lanes of a class stand in a ring (surplus round robin): the first is served while it has
/// credit, and goes to the end with new credit when it has none. All elements lie in one array,
/// linked by their places, so that queueing allocates nothing once it has grown.
struct Lanes<Element> {
    /// What a batch got.
    struct Taken {
        private(set) var amount = WorkAmount.none
        private var elements: [(arrival: UInt64, element: Element)] = []
        private var isInOrder = true

        fileprivate mutating func append(_ node: Node, _ element: Element) {
            if let last = elements.last, last.arrival > node.arrival { isInOrder = false }
            elements.append((node.arrival, element))
            amount.add(node.bytes)
        }

        func inOrderOfArrival() -> [Element] {
            if isInOrder { return elements.map(\.element) }
            let places = elements.indices.sorted { elements[$0].arrival < elements[$1].arrival }
            return places.map { elements[$0].element }
        }
    }

    fileprivate struct Node {
        /// Nil once taken.
        var element: Element?
        let bytes: Int
        let arrival: UInt64
        /// What came after it in its lane; of a free place, the next free one.
        var next: Int?
    }

    private struct Lane {
        let claim: Claim
        var first: Int
        var last: Int
        var held = WorkAmount.none
        /// Bytes that it may still take before it is the next lane's turn; below nothing after a
        /// large element.
        var credit: Int
        /// The next lane of the ring.
        var next: Int?
    }

    private struct Ring {
        var first: Int?
        var last = 0
    }

    /// What an element costs its lane beside its bytes: the smallest command has its rows too.
    private static var bytesAnElement: Int { 1_024 }
    /// A lane's turn: some eight drafts.
    private static var quantum: Int { 16_384 }
    /// More places than this are given up once all are free.
    private static var placesKept: Int { 4_096 }

    /// What waits in all lanes.
    private(set) var held = WorkAmount.none
    private let whole: WorkAmount
    private let mostOfALane: WorkAmount
    private var nodes: [Node] = []
    private var freeNode: Int?
    private var lanes: [Lane] = []
    private var freeLanes: [Int] = []
    private var byClaim: [Claim: Int] = [:]
    private var rings = Claim.Class.allCases.map { _ in Ring() }
    private var arrivals: UInt64 = 0

    init(whole: WorkAmount, lane: WorkAmount) {
        self.whole = whole
        mostOfALane = lane
    }

    /// Puts an element at the end of its claim's lane; false if there is no room for it.
    mutating func append(_ element: Element, bytes: Int, for claim: Claim) -> Bool {
        let open = byClaim[claim]
        let laneHeld = open.map { lanes[$0].held } ?? .none
        guard mostOfALane.hasRoom(for: bytes, beside: laneHeld) else { return false }
        // The clock must not wait for room that partners have taken.
        guard claim.class == .clock || whole.hasRoom(for: bytes, beside: held) else { return false }
        let node = place(element, bytes)
        let lane = open ?? openLane(claim, node)
        if open != nil {
            nodes[lanes[lane].last].next = node
            lanes[lane].last = node
        }
        lanes[lane].held.add(bytes)
        held.add(bytes)
        return true
    }

    /// Takes what fits, at least one element if there is any: of each class its share of `most`,
    /// then of whatever waits; of bulk never more than `bulk`.
    mutating func take(_ most: WorkAmount, bulk: Int) -> Taken {
        var taken = Taken()
        var left = most
        var bulkLeft = bulk
        for isShared in [true, false] {
            for `class` in Claim.Class.allCases {
                var share = isShared ? most.eighths(`class`.eighths) : left
                share.count = min(share.count, left.count, `class` == .bulk ? bulkLeft : .max)
                share.bytes = min(share.bytes, left.bytes)
                let before = taken.amount
                serve(`class`, share, &taken)
                left.count -= taken.amount.count - before.count
                left.bytes -= taken.amount.bytes - before.bytes
                if `class` == .bulk { bulkLeft -= taken.amount.count - before.count }
            }
        }
        if held.count == 0, nodes.count > Self.placesKept {
            nodes = []
            freeNode = nil
        }
        return taken
    }

    // MARK: Turns

    private mutating func serve(
        _ class: Claim.Class, _ share: WorkAmount, _ taken: inout Taken
    ) {
        var left = share
        while let lane = rings[`class`.rawValue].first, left.count > 0 {
            if lanes[lane].credit <= 0 {
                lanes[lane].credit += Self.quantum
                leaveRing(`class`, lane)
                enterRing(`class`, lane)
                continue
            }
            let bytes = nodes[lanes[lane].first].bytes
            if bytes > left.bytes, taken.amount.count > 0 { return }
            takeFirst(of: lane, `class`, &taken)
            left.remove(bytes)
        }
    }

    private mutating func takeFirst(
        of lane: Int, _ class: Claim.Class, _ taken: inout Taken
    ) {
        let place = lanes[lane].first
        let node = nodes[place]
        nodes[place].element = nil
        nodes[place].next = freeNode
        freeNode = place
        if let element = node.element { taken.append(node, element) }
        held.remove(node.bytes)
        lanes[lane].held.remove(node.bytes)
        lanes[lane].credit -= node.bytes + Self.bytesAnElement
        if let next = node.next {
            lanes[lane].first = next
        } else {
            leaveRing(`class`, lane)
            byClaim[lanes[lane].claim] = nil
            freeLanes.append(lane)
        }
    }

    // MARK: Places

    private mutating func place(_ element: Element, _ bytes: Int) -> Int {
        arrivals += 1
        let node = Node(element: element, bytes: bytes, arrival: arrivals, next: nil)
        guard let place = freeNode else {
            nodes.append(node)
            return nodes.count - 1
        }
        freeNode = nodes[place].next
        nodes[place] = node
        return place
    }

    private mutating func openLane(_ claim: Claim, _ node: Int) -> Int {
        let lane = Lane(claim: claim, first: node, last: node, credit: Self.quantum)
        let number: Int
        if let free = freeLanes.popLast() {
            number = free
            lanes[free] = lane
        } else {
            number = lanes.count
            lanes.append(lane)
        }
        byClaim[claim] = number
        enterRing(claim.class, number)
        return number
    }

    private mutating func enterRing(_ class: Claim.Class, _ lane: Int) {
        lanes[lane].next = nil
        if rings[`class`.rawValue].first == nil {
            rings[`class`.rawValue].first = lane
        } else {
            lanes[rings[`class`.rawValue].last].next = lane
        }
        rings[`class`.rawValue].last = lane
    }

    /// Takes the first lane out of its ring.
    private mutating func leaveRing(_ class: Claim.Class, _ lane: Int) {
        rings[`class`.rawValue].first = lanes[lane].next
    }
}
