// SPDX-License-Identifier: EUPL-1.2

internal import FoundationEssentials
internal import RecoursCrypto
internal import RecoursMessages

/// Matches as one page on which a person says of each whether it is a copy.
///
/// It needs nothing else and asks for nothing: pictures are in it or not there at all, its script
/// and its style are known to it by their hashes, and verdicts leave it as a file.
struct MatchPage {
    let queue: MatchQueue
    let say: StatsLanguage
    let madeAtMs: Int64
    /// Pictures of a work or a listing, by any of its names.
    let pictures: ([String]) -> [PictureFolder.Picture]

    /// Throws `CryptoError` if OpenSSL does not work.
    func html() throws(CryptoError) -> String {
        let matches = queue.sorted
        let cards = matches.enumerated().map { place, match in
            MatchCard(
                match: match, work: queue.work(of: match), place: place + 1,
                total: matches.count, say: say, pictures: pictures
            ).markup
        }.joined()
        let policy =
            "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
            + "style-src '\(try Self.source(MatchPageStyle.sheet))'; "
            + "script-src '\(try Self.source(MatchPageScript.script))'"
        let page: Markup = """
            <!doctype html>
            <html lang="\(say("fr", "en"))">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>\(title)</title>
            <link rel="icon" href="data:,">
            <style>\(MatchPageStyle.sheet)</style>
            </head>
            <body>
            \(head)
            \(bar(matches.count))
            <main>
            \(cards)
            <p class="all-done" hidden>\(say(
                "Tout est jugé. Téléchargez les avis, puis envoyez-les :",
                "All is judged. Download the verdicts, then send them:")) \
            <code>recours matches decide \(fileName)</code></p>
            </main>
            \(foot)
            <script>\(MatchPageScript.script)</script>
            </body>
            </html>

            """
        return page.text
    }

    /// How the policy names a text that it lets in.
    private static func source(_ markup: Markup) throws(CryptoError) -> String {
        let digest = try SHA256.digest(of: Array(markup.text.utf8)).bytes
        return "sha256-\(Data(digest).base64EncodedString())"
    }

    private var fileName: String { say("avis.jsonl", "verdicts.jsonl") }

    private var title: String {
        say("Ces annonces sont-elles des copies ?", "Are these listings copies?")
    }

    private var head: Markup {
        """
        <header class="top">
        <p class="eyebrow"><span class="mark" aria-hidden="true"></span>Recours \
        <span class="period">\(say.date(milliseconds: madeAtMs))</span></p>
        <h1>\(title)</h1>
        <p class="lead">\(say(
            "À gauche votre œuvre, à droite l’annonce qui lui ressemble. Une copie est signalée à "
                + "la plateforme ; ce qui n’en est pas une ne vous sera plus montré. Vos avis "
                + "restent dans ce navigateur jusqu’à ce que vous envoyiez leur fichier.",
            "On the left your work, on the right the listing that is like it. A copy is reported "
                + "to the platform; what is none is not shown to you again. Your verdicts stay in "
                + "this browser until you send their file."))</p>
        <noscript><p class="warning" role="note">\(say(
            "Sans script, cette page montre les annonces mais ne retient pas d’avis.",
            "Without scripts this page shows the listings, but keeps no verdicts."))</p></noscript>
        </header>
        """
    }

    private func bar(_ count: Int) -> Markup {
        """
        <div class="bar" role="region" aria-label="\(say("Avancement", "Progress"))">
        <p class="counts" role="status">\
        <span class="count"><b id="left">\(count)</b> \(say("à juger", "to judge"))</span> \
        <span class="count"><b id="copies">0</b> \(say("à signaler", "to report"))</span> \
        <span class="count"><b id="others">0</b> \(say("à écarter", "to pass over"))</span></p>
        <progress id="progress" max="\(count)" value="0" aria-label="\(say(
            "Annonces jugées", "Listings judged"))"></progress>
        <label class="only"><input type="checkbox" id="only"> \(say(
            "Masquer les jugées", "Hide judged ones"))</label>
        <button type="button" id="download" data-file="\(fileName)" disabled>\(say(
            "Télécharger les avis", "Download the verdicts"))</button>
        </div>
        """
    }

    private var foot: Markup {
        let keys: [(String, String)] = [
            ("j", say("suivante", "next")), ("k", say("précédente", "previous")),
            ("c", say("copie", "copy")), ("n", say("pas une copie", "no copy")),
            ("u", say("reprendre l’avis", "take the verdict back")),
        ]
        let list = keys.map { key, what -> Markup in
            "<li><kbd>\(key)</kbd> \(what)</li>"
        }.joined()
        return """
            <footer>
            <ul class="keys" aria-label="\(say("Touches", "Keys"))">\(list)</ul>
            <p>\(say(
                "Cette page ne charge rien : seules les images données par --pictures y figurent. "
                    + "Les adresses viennent d’autrui ; un lien ne s’ouvre que si vous le suivez.",
                "This page loads nothing: only pictures given by --pictures are in it. Addresses "
                    + "are other people’s; a link opens only if you follow it."))</p>
            <p>\(say("Page écrite le", "Page written on")) \(Clock.text(madeAtMs)) \
            \(say("par", "by")) recours \(Version.number).</p>
            </footer>
            """
    }
}
