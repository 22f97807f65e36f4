// SPDX-License-Identifier: EUPL-1.2

internal import FoundationEssentials
internal import RecoursMessages

/// Of when the figures are, and the figures themselves with their fingerprint.
struct PageFoot {
    let data: StatsData
    let say: StatsLanguage
    let csv: String
    /// Whoever has the page and the file can tell whether they belong together.
    let fingerprint: String

    var markup: Markup {
        let address =
            "data:text/csv;charset=utf-8;base64,"
            + Data(csv.utf8).base64EncodedString()
        return """
            <footer>
            <p>\(say("Chiffres lus le", "Figures read on")) \
            <time>\(say.date(milliseconds: data.readAtMs))</time> \
            (\(Clock.text(data.readAtMs))), \
            \(say("par", "by")) recours \(Version.number).</p>
            <p><a class="download" download="recours.csv" href="\(address)">\(say(
                "Télécharger les données (CSV)", "Download the data (CSV)"))</a></p>
            <p class="fingerprint">\(say("Empreinte SHA-256 de ces données :",
                "SHA-256 of these data:")) <code>\(fingerprint)</code></p>
            </footer>
            """
    }
}
