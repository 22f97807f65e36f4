// SPDX-License-Identifier: EUPL-1.2

/// What the doctor finds.
enum DoctorSentence: Sentence {
    case settingFrom(String, origin: ProfileSentence)
    case keyMissing(String, why: String)
    case keyPrivate(String)
    case keyOpen(String, mode: String)
    case noPartner
    case noPair
    case notYetValid
    case ended(days: Int64)
    case ends(days: Int64)
    case valid(days: Int64)
    case noAuthority(String)
    case nameUnknown(String, why: String)
    case nameFound(String)
    case portSilent(String, why: String)
    case portAnswers(String)
    case trusted
    case clockOff(Int64?)
    case clockNear(milliseconds: Int64)
    /// What others say: names, and what was already put into words.
    case said(String)

    var french: String {
        switch self {
        case .settingFrom(let value, let origin): "\(value), venant de : \(origin.french)"
        case .keyMissing(let path, let why): "`\(path)` est introuvable : \(why)"
        case .keyPrivate(let path): "\(path), lisible par son seul propriétaire"
        case .keyOpen(let path, let mode): "`\(path)` est utilisable par d’autres (mode \(mode))"
        case .noPartner: "le certificat ne nomme aucun partenaire"
        case .noPair: "la clé et le certificat ne vont pas ensemble"
        case .notYetValid: "il n’est pas encore valable"
        case .ended(let days): "il est échu depuis " + Language.french.days(Int(clamping: days))
        case .ends(let days): "il échoit dans " + Language.french.days(Int(clamping: days))
        case .valid(let days): "valable encore " + Language.french.days(Int(clamping: days))
        case .noAuthority(let path): "`\(path)` ne contient pas le certificat d’une autorité"
        case .nameUnknown(let host, let why): "`\(host)` est introuvable : \(why)"
        case .nameFound(let host): "\(host) est trouvé"
        case .portSilent(let port, let why): "le port \(port) ne répond pas : \(why)"
        case .portAnswers(let port): "le port \(port) répond"
        case .trusted: "TLS 1.3, protocole recours/1, le serveur est de confiance"
        case .clockOff(let seconds):
            "l’horloge du serveur a "
                + (seconds.map { "\($0) s d’écart" } ?? "un écart énorme")
        case .clockNear(let milliseconds): "à \(milliseconds) ms de celle du serveur"
        case .said(let text): text
        }
    }

    var english: String {
        switch self {
        case .settingFrom(let value, let origin): "\(value), from \(origin.english)"
        case .keyMissing(let path, let why): "`\(path)` cannot be found: \(why)"
        case .keyPrivate(let path): "\(path), readable by its owner alone"
        case .keyOpen(let path, let mode): "`\(path)` can be used by others (mode \(mode))"
        case .noPartner: "the certificate names no partner"
        case .noPair: "key and certificate do not belong together"
        case .notYetValid: "it is not valid yet"
        case .ended(let days): "it ended \(days) days ago"
        case .ends(let days): "it ends in \(days) days"
        case .valid(let days): "valid for \(days) more days"
        case .noAuthority(let path): "`\(path)` holds no authority's certificate"
        case .nameUnknown(let host, let why): "`\(host)` is not found: \(why)"
        case .nameFound(let host): "\(host) is found"
        case .portSilent(let port, let why): "port \(port) does not answer: \(why)"
        case .portAnswers(let port): "port \(port) answers"
        case .trusted: "TLS 1.3, protocol recours/1, the server is trusted"
        case .clockOff(let seconds):
            "the server's clock is " + (seconds.map { "\($0) s" } ?? "far") + " off"
        case .clockNear(let milliseconds): "\(milliseconds) ms from the server's"
        case .said(let text): text
        }
    }
}
