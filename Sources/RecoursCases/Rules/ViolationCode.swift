// SPDX-License-Identifier: EUPL-1.2

/// Which rule a field breaks. The raw values are part of the protocol: client software words them
/// in its user's language, so none may change its meaning.
package enum ViolationCode: String, CaseIterable, Hashable, Sendable {
    // Presence
    case required = "REQUIRED"
    /// Only the server sets it.
    case serverSet = "SERVER_SET"
    /// A later version brings it; accepting it now would be to ignore it.
    case notSupportedYet = "NOT_SUPPORTED_YET"
    /// A number that no value of the enumeration has.
    case unknownValue = "UNKNOWN_VALUE"
    /// A field that this version of the server does not know.
    case unknownField = "UNKNOWN_FIELD"

    // Size
    case tooShort = "TOO_SHORT"
    case tooLong = "TOO_LONG"
    case tooFew = "TOO_FEW"
    case tooMany = "TOO_MANY"
    case duplicate = "DUPLICATE"
    case negative = "NEGATIVE"
    case tooSmall = "TOO_SMALL"
    case tooLarge = "TOO_LARGE"
    /// The encoded case is larger than 2 MiB.
    case caseTooLarge = "CASE_TOO_LARGE"

    // Text
    case invalidUTF8 = "INVALID_UTF8"
    case notNormalised = "NOT_NFC"
    case controlCharacter = "CONTROL_CHARACTER"
    case combiningMarks = "TOO_MANY_COMBINING_MARKS"

    // Dates
    case dateForm = "DATE_FORM"
    case dateTooEarly = "DATE_TOO_EARLY"
    case dateInFuture = "DATE_IN_FUTURE"
    case dateInPast = "DATE_IN_PAST"
    case dateTooFar = "DATE_TOO_FAR"
    case dateOrder = "DATE_ORDER"

    // Identifiers of firms
    case sirenForm = "SIREN_FORM"
    case sirenChecksum = "SIREN_CHECKSUM"
    case sirenLeadingZeroLost = "SIREN_LEADING_ZERO_LOST"
    case siretForm = "SIRET_FORM"
    case siretChecksum = "SIRET_CHECKSUM"
    case siretSirenMismatch = "SIRET_SIREN_MISMATCH"
    case siretSpreadsheetExponent = "SIRET_SPREADSHEET_EXPONENT"
    case siretLeadingZeroLost = "SIRET_LEADING_ZERO_LOST"
    case vatNumberForm = "VAT_NUMBER_FORM"
    case vatNumberKey = "VAT_NUMBER_KEY"
    case vatNumberSirenMismatch = "VAT_NUMBER_SIREN_MISMATCH"
    case nafCodeForm = "NAF_CODE_FORM"

    // Products and addresses
    case gtinForm = "GTIN_FORM"
    case gtinChecksum = "GTIN_CHECKSUM"
    case asinForm = "ASIN_FORM"
    case urlForm = "URL_FORM"
    case urlUserInformation = "URL_USER_INFORMATION"
    case emailForm = "EMAIL_FORM"
    case phoneForm = "PHONE_FORM"
    case postcodeForm = "POSTCODE_FORM"
    case slugForm = "SLUG_FORM"
    case identifierForm = "IDENTIFIER_FORM"
    case publicNumberForm = "PUBLIC_NUMBER_FORM"

    // Codes of the world
    case countryUnknown = "COUNTRY_UNKNOWN"
    case currencyUnknown = "CURRENCY_UNKNOWN"
    case currencyMismatch = "CURRENCY_MISMATCH"
    case languageForm = "LANGUAGE_FORM"
    case officeUnknown = "OFFICE_UNKNOWN"

    // Files of evidence
    case fileNameForm = "FILE_NAME_FORM"
    /// The content's SHA-256 is another than was announced.
    case hashMismatch = "HASH_MISMATCH"
    /// The content is plainly of another kind than was announced.
    case mediaMismatch = "MEDIA_MISMATCH"
    /// There is no such file, or it is not the caller's to attach.
    case unknownEvidence = "UNKNOWN_EVIDENCE"
    /// The side would have more files, or more bytes, than a case may.
    case tooMuchEvidence = "TOO_MUCH_EVIDENCE"

    // What a category, an answer or a claim needs
    case goodFaithRequired = "GOOD_FAITH_REQUIRED"
    case decisionRequired = "DECISION_REQUIRED"
    case partyKind = "PARTY_KIND"
    case unknownListing = "UNKNOWN_LISTING"
    case notForThisType = "NOT_FOR_THIS_TYPE"
    /// What was hidden may be shown; what was shown cannot be hidden again.
    case disclosureLowered = "DISCLOSURE_LOWERED"

    // Amounts written by people
    case amountForm = "AMOUNT_FORM"
    case amountAmbiguous = "AMOUNT_AMBIGUOUS"
    case amountTooPrecise = "AMOUNT_TOO_PRECISE"

    // What only the server can know
    case unknownPlatform = "UNKNOWN_PLATFORM"
    case noMandate = "NO_MANDATE"
    case notTheComplainant = "NOT_THE_COMPLAINANT"
    case notForMediators = "NOT_FOR_MEDIATORS"

    // Campaigns and commitments
    case unknownCampaign = "UNKNOWN_CAMPAIGN"
    /// It takes no cases today.
    case campaignNotOpen = "CAMPAIGN_NOT_OPEN"
    /// It takes cases about other platforms.
    case campaignOtherPlatforms = "CAMPAIGN_OTHER_PLATFORMS"
    /// Cases are in it, so that only its end may move.
    case campaignHasCases = "CAMPAIGN_HAS_CASES"
    /// What happens to its case settles a promise made in an answer.
    case settledByItsCase = "SETTLED_BY_ITS_CASE"

    // Works and claims
    case unknownWork = "UNKNOWN_WORK"
    /// The claim is not held against this platform.
    case claimOtherPlatforms = "CLAIM_OTHER_PLATFORMS"
    /// The claim is suspended or withdrawn.
    case claimNotActive = "CLAIM_NOT_ACTIVE"
    /// The listing's state does not allow it.
    case listingState = "LISTING_STATE"

    // Warnings: never a refusal
    case cardNumber = "CARD_NUMBER"
    case iban = "IBAN"
    // The same, where the platform must not learn who complains
    case companyNumberInText = "COMPANY_NUMBER_IN_TEXT"
    case emailInText = "EMAIL_IN_TEXT"
    case phoneInText = "PHONE_IN_TEXT"
    case accountInText = "ACCOUNT_IN_TEXT"
    case nameInText = "NAME_IN_TEXT"
}
