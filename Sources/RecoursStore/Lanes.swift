// SPDX-License-Identifier: EUPL-1.2

/// What waits, a lane a claim, and whose turn it is.
///
/// The lanes of a class stand in a ring (surplus round robin): the first is served while it has
/// credit, and goes to the end with new credit when it has none. All elements lie in one array,
/// linked by their places, so that queueing allocates nothing once it has grown.
///
/// What comes to its turn too late is dropped instead of taken, before any work is done for it:
/// once its deadline is over, and once it has waited for longer than its class is patient in a
/// lane that was never empty meanwhile, take after take. That lane gets more than can be done; one
/// that a long batch has filled is emptied by the next ones, and drops nothing.
struct Lanes<Element> {
    /// What a batch got.
    struct Taken {
        private(set) var amount = WorkAmount.none
        /// What came to its turn too late.
        fileprivate(set) var dropped: [(element: Element, reason: LateReason)] = []
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
        let arrivedAt: Uptime
        let deadline: Uptime
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
        /// Takes that left something in it, since it was empty, and when the first of them did.
        var takesLeft = 0
        var standsSince = Uptime.never
        /// The next lane of the ring.
        var next: Int?
    }

    private struct Ring {
        var first: Int?
        var last = 0
        var lanes = 0
        var held = 0
    }

    /// What an element costs its lane beside its bytes: the smallest command has its rows too.
    private static var bytesAnElement: Int { 1_024 }
    /// A lane's turn: some eight drafts.
    private static var quantum: Int { 16_384 }
    /// Takes that a lane must outlast before it is said to get more than can be done.
    private static var takesToStand: Int { 3 }
    /// More places than this are given up once all are free.
    private static var placesKept: Int { 4_096 }

    /// What waits in all lanes.
    private(set) var held = WorkAmount.none
    private let whole: WorkAmount
    private let mostOfALane: WorkAmount
    private let patience: Patience
    private var nodes: [Node] = []
    private var freeNode: Int?
    private var lanes: [Lane] = []
    private var freeLanes: [Int] = []
    private var byClaim: [Claim: Int] = [:]
    private var rings = Claim.Class.allCases.map { _ in Ring() }
    private var arrivals: UInt64 = 0
    private var turn = 0

    init(whole: WorkAmount, lane: WorkAmount, patience: Patience) {
        self.whole = whole
        mostOfALane = lane
        self.patience = patience
    }

    /// Puts an element at the end of its claim's lane; false if there is no room for it.
    mutating func append(
        _ element: Element, bytes: Int, for claim: Claim, at now: Uptime, until deadline: Uptime
    ) -> Bool {
        let open = byClaim[claim]
        let laneHeld = open.map { lanes[$0].held } ?? .none
        guard mostOfALane.hasRoom(for: bytes, beside: laneHeld) else { return false }
        // The clock must not wait for room that partners have taken.
        guard claim.class == .clock || whole.hasRoom(for: bytes, beside: held) else { return false }
        arrivals += 1
        let node = place(
            Node(
                element: element, bytes: bytes, arrival: arrivals, arrivedAt: now,
                deadline: deadline))
        let lane = open ?? openLane(claim, node)
        if open != nil {
            nodes[lanes[lane].last].next = node
            lanes[lane].last = node
        }
        lanes[lane].held.add(bytes)
        rings[claim.class.rawValue].held += 1
        held.add(bytes)
        return true
    }

    /// Takes what fits, at least one element if there is any that is not too late: of each class
    /// its share of `most`, then of whatever waits; of bulk never more than `bulk`. A deadline
    /// before `end` is too late.
    mutating func take(_ most: WorkAmount, bulk: Int, at now: Uptime, end: Uptime) -> Taken {
        var taken = Taken()
        let late = Late(now: now, end: end)
        if most.count == 1 {
            takeOne(most, late, &taken)
        } else {
            takeShares(most, bulk: bulk, late, &taken)
        }
        noteStanding(at: now)
        if held.count == 0, nodes.count > Self.placesKept {
            nodes = []
            freeNode = nil
        }
        return taken
    }

    /// Whether a class holds `limit` elements or more, and this claim its equal part of them.
    func isCrowded(_ claim: Claim, at limit: Int) -> Bool {
        let ring = rings[claim.class.rawValue]
        guard ring.held >= limit, let lane = byClaim[claim] else { return false }
        return lanes[lane].held.count >= max(1, limit / ring.lanes)
    }

    /// Takes from a lane's credit what the work for it came to, beyond what was known of it.
    mutating func charge(_ claim: Claim, bytes: Int) {
        if let lane = byClaim[claim] { lanes[lane].credit -= bytes }
    }

    // MARK: Turns

    private mutating func takeShares(
        _ most: WorkAmount, bulk: Int, _ late: Late, _ taken: inout Taken
    ) {
        var left = most
        var bulkLeft = bulk
        for isShared in [true, false] {
            for `class` in Claim.Class.allCases {
                var share = isShared ? most.eighths(`class`.eighths) : left
                share.count = min(share.count, left.count, `class` == .bulk ? bulkLeft : .max)
                share.bytes = min(share.bytes, left.bytes)
                let before = taken.amount
                serve(`class`, share, late, &taken)
                left.count -= taken.amount.count - before.count
                left.bytes -= taken.amount.bytes - before.bytes
                if `class` == .bulk { bulkLeft -= taken.amount.count - before.count }
            }
        }
    }

    /// One element has no shares: classes get their eighths of the turns instead.
    private mutating func takeOne(_ most: WorkAmount, _ late: Late, _ taken: inout Taken) {
        var eighth = turn % 8
        turn += 1
        var preferred = Claim.Class.interactive
        for `class` in Claim.Class.allCases where eighth >= 0 {
            preferred = `class`
            eighth -= `class`.eighths
        }
        serve(preferred, most, late, &taken)
        for `class` in Claim.Class.allCases where taken.amount.count == 0 {
            serve(`class`, most, late, &taken)
        }
    }

    private mutating func serve(
        _ class: Claim.Class, _ share: WorkAmount, _ late: Late, _ taken: inout Taken
    ) {
        var left = share
        while let lane = rings[`class`.rawValue].first, left.count > 0 {
            let first = nodes[lanes[lane].first]
            let stands = lanes[lane].takesLeft >= Self.takesToStand
            if let reason = late.reason(
                first.arrivedAt, first.deadline,
                standsSince: stands ? lanes[lane].standsSince : .never, patience[`class`])
            {
                if let element = removeFirst(of: lane, `class`).element {
                    taken.dropped.append((element, reason))
                }
                continue
            }
            if lanes[lane].credit <= 0 {
                lanes[lane].credit += Self.quantum
                leaveRing(`class`, lane)
                enterRing(`class`, lane)
                continue
            }
            if first.bytes > left.bytes, taken.amount.count > 0 { return }
            lanes[lane].credit -= first.bytes + Self.bytesAnElement
            let node = removeFirst(of: lane, `class`)
            if let element = node.element { taken.append(node, element) }
            left.remove(node.bytes)
        }
    }

    private mutating func removeFirst(of lane: Int, _ class: Claim.Class) -> Node {
        let place = lanes[lane].first
        let node = nodes[place]
        nodes[place].element = nil
        nodes[place].next = freeNode
        freeNode = place
        held.remove(node.bytes)
        lanes[lane].held.remove(node.bytes)
        rings[`class`.rawValue].held -= 1
        if let next = node.next {
            lanes[lane].first = next
        } else {
            leaveRing(`class`, lane)
            byClaim[lanes[lane].claim] = nil
            freeLanes.append(lane)
        }
        return node
    }

    /// Notes which lanes a take did not empty.
    private mutating func noteStanding(at now: Uptime) {
        for ring in rings {
            var place = ring.first
            while let lane = place {
                lanes[lane].takesLeft += 1
                lanes[lane].standsSince = min(lanes[lane].standsSince, now)
                place = lanes[lane].next
            }
        }
    }

    // MARK: Places

    private mutating func place(_ node: Node) -> Int {
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
        rings[`class`.rawValue].lanes += 1
    }

    /// Takes the first lane out of its ring.
    private mutating func leaveRing(_ class: Claim.Class, _ lane: Int) {
        rings[`class`.rawValue].first = lanes[lane].next
        rings[`class`.rawValue].lanes -= 1
    }
}
