// SPDX-License-Identifier: EUPL-1.2

internal import Glibc

/// What the system says of a call that failed, by its number.
struct SystemSentence: Sentence {
    let number: CInt

    var french: String {
        switch number {
        case ENOENT: "il n’existe pas"
        case EACCES, EPERM: "accès refusé"
        case EISDIR: "c’est un répertoire"
        case ENOTDIR: "une partie du chemin n’est pas un répertoire"
        case EEXIST: "il existe déjà"
        case ENOSPC, EDQUOT: "il n’y a plus de place"
        case EROFS: "le système de fichiers est en lecture seule"
        case EIO: "erreur d’entrée-sortie"
        case ECONNREFUSED: "connexion refusée"
        case ETIMEDOUT: "délai dépassé"
        case EHOSTUNREACH, ENETUNREACH: "réseau injoignable"
        default: ForeignWords(text: english).french
        }
    }

    var english: String {
        strerror(number).map { String(cString: $0) } ?? "error \(number)"
    }
}
