// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// Dates on the command line, in either spelling.
enum CommandDate {
    /// `2018-11-30`, from that or `30/11/2018`. Throws `CommandError` with `usage`.
    static func iso(_ text: String) throws(CommandError) -> String {
        do throws(Breach) {
            return try WrittenDate.date(text).description
        } catch {
            throw CommandError(
                .usage, ValueSentence.isNo(text, noun: .date), remedy: ValueSentence.dateForm)
        }
    }
}
