// SPDX-License-Identifier: EUPL-1.2

/// The server's machine: starts the server whenever it is not running.
///
/// Unchecked because the process has one thread.
final class Host: @unchecked Sendable {
    private unowned let world: World
    private var dice: Dice
    private var lives = 0
    private(set) var process: Process?

    init(world: World, dice: Dice) {
        self.world = world
        self.dice = dice
    }

    var isServing: Bool { process?.isServing ?? false }

    func boot() {
        lives += 1
        let process = Process(
            number: lives, world: world, dice: dice.child()
        ) { [weak self] in
            self?.bootLater()
        }
        self.process = process
        process.start()
    }

    private func bootLater() {
        let wait =
            dice.once(in: 4) ? dice.milliseconds(2_000...20_000) : dice.milliseconds(50...1_500)
        world.machine.after(wait) { [weak self] in self?.boot() }
    }

    /// What the store says of itself when all is over.
    func verify() async {
        await process?.verify()
    }
}
