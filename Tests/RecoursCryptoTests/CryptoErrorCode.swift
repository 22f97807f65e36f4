// SPDX-License-Identifier: EUPL-1.2

import RecoursCrypto
import Testing

/// The code of the error that `body` throws; nil if it throws none.
func cryptoErrorCode<Value: ~Copyable>(_ body: () throws -> Value) -> CryptoError.Code? {
    do {
        _ = try body()
        return nil
    } catch let error as CryptoError {
        return error.code
    } catch {
        Issue.record("Another error: \(error)")
        return nil
    }
}
