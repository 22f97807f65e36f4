// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

/// Amounts on the command line, with their currency behind them.
enum CommandMoney {
    /// Of `1 234,56EUR`. Throws `CommandError` with `usage`.
    static func money(_ text: String) throws(CommandError) -> RecoursMessages.Money {
        let currency = String(text.suffix(3)).uppercased()
        let amount = Trimming.trimmed(String(text.dropLast(3)))
        do throws(Breach) {
            let units = try WrittenAmount.minorUnits(amount, currency: currency)
            return RecoursMessages.Money(minorUnits: units, currency: currency)
        } catch {
            throw CommandError(
                .usage, ValueSentence.noAmount(text, code: error.code.rawValue),
                remedy: ValueSentence.amountForm)
        }
    }
}
