// SPDX-License-Identifier: EUPL-1.2

// OpenSSL as Swift can call it. Swift imports neither function-like macros nor variadic functions, and
// `SSL_OP_*` are made with one; those few get a `static inline` name here. Nothing else belongs here.

#ifndef RECOURS_COPENSSL_SHIM_H
#define RECOURS_COPENSSL_SHIM_H

#include <time.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

// MARK: Contexts

static inline int recours_ctx_set_versions(SSL_CTX *context, int lowest, int highest) {
    return SSL_CTX_set_min_proto_version(context, lowest) == 1
        && SSL_CTX_set_max_proto_version(context, highest) == 1;
}

static inline int recours_ctx_set_groups(SSL_CTX *context, const char *list) {
    return (int)SSL_CTX_set1_groups_list(context, list);
}

static inline int recours_ctx_set_signature_algorithms(SSL_CTX *context, const char *list) {
    return SSL_CTX_set1_sigalgs_list(context, list) == 1
        && SSL_CTX_set1_client_sigalgs_list(context, list) == 1;
}

static inline void recours_ctx_set_options(SSL_CTX *context) {
    SSL_CTX_set_options(
        context,
        SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION
            | SSL_OP_CIPHER_SERVER_PREFERENCE);
}

static inline void recours_ctx_set_modes(SSL_CTX *context) {
    SSL_CTX_set_mode(
        context,
        SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE
            | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_NO_AUTO_CHAIN);
}

static inline void recours_ctx_disable_session_cache(SSL_CTX *context) {
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
}

static inline void recours_ctx_set_read_ahead(SSL_CTX *context) {
    SSL_CTX_set_read_ahead(context, 1);
}

static inline void recours_ctx_set_largest_certificate_list(SSL_CTX *context, long bytes) {
    SSL_CTX_set_max_cert_list(context, bytes);
}

static inline int recours_ctx_add_chain_certificate(SSL_CTX *context, X509 *certificate) {
    return (int)SSL_CTX_add1_chain_cert(context, certificate);
}

static inline void recours_ctx_set_server_name_callback(
    SSL_CTX *context, int (*callback)(SSL *, int *, void *)) {
    SSL_CTX_set_tlsext_servername_callback(context, callback);
}

// MARK: Connections

static inline int recours_ssl_set_server_name(SSL *connection, const char *name) {
    return (int)SSL_set_tlsext_host_name(connection, name);
}

static inline void recours_ssl_set_message_callback_argument(SSL *connection, void *argument) {
    SSL_set_msg_callback_arg(connection, argument);
}

// MARK: BIO

static inline void recours_bio_set_retry_read(BIO *bio) {
    BIO_set_retry_read(bio);
}

static inline void recours_bio_clear_retry(BIO *bio) {
    BIO_clear_retry_flags(bio);
}

static inline BIO *recours_bio_reading(const void *bytes, int count) {
    return BIO_new_mem_buf(bytes, count);
}

static inline long recours_bio_memory(BIO *bio, char **bytes) {
    return BIO_get_mem_data(bio, bytes);
}

static inline BIO *recours_bio_writing(void) {
    return BIO_new(BIO_s_mem());
}

static inline void recours_free(void *memory) {
    OPENSSL_free(memory);
}

// MARK: Keys

enum recours_key_kind {
    RECOURS_KEY_OTHER = 0,
    RECOURS_KEY_P256 = 1,
    RECOURS_KEY_P384 = 2,
    RECOURS_KEY_ED25519 = 3
};

/// EVP_EC_gen is a macro over a variadic function.
static inline EVP_PKEY *recours_generate_p256(void) {
    return EVP_EC_gen("P-256");
}

/// EVP_PKEY_Q_keygen is variadic.
static inline EVP_PKEY *recours_generate_ed25519(void) {
    return EVP_PKEY_Q_keygen(NULL, NULL, "ED25519");
}

/// The kind of a key; a curve written out in parameters is no named curve, whatever it equals.
static inline int recours_key_kind(const EVP_PKEY *key) {
    char name[32];
    size_t length = 0;
    int explicit_parameters = 0;
    if (key == NULL) return RECOURS_KEY_OTHER;
    if (EVP_PKEY_is_a(key, "ED25519")) return RECOURS_KEY_ED25519;
    if (!EVP_PKEY_is_a(key, "EC")) return RECOURS_KEY_OTHER;
    if (EVP_PKEY_get_int_param(
            key, OSSL_PKEY_PARAM_EC_DECODED_FROM_EXPLICIT_PARAMS, &explicit_parameters) == 1
        && explicit_parameters)
        return RECOURS_KEY_OTHER;
    if (EVP_PKEY_get_group_name(key, name, sizeof name, &length) != 1) return RECOURS_KEY_OTHER;
    switch (OBJ_txt2nid(name)) {
    case NID_X9_62_prime256v1: return RECOURS_KEY_P256;
    case NID_secp384r1: return RECOURS_KEY_P384;
    default: return RECOURS_KEY_OTHER;
    }
}

/// Adds one extension to a request; the typed stack of extensions is made of macros.
static inline int recours_request_add_extension(X509_REQ *request, int identifier, void *value) {
    STACK_OF(X509_EXTENSION) *extensions = NULL;
    int added = X509V3_add1_i2d(&extensions, identifier, value, 0, X509V3_ADD_APPEND) == 1
        && X509_REQ_add_extensions(request, extensions) == 1;
    sk_X509_EXTENSION_pop_free(extensions, X509_EXTENSION_free);
    return added;
}

// MARK: Names

static inline int recours_name_write(BIO *target, const X509_NAME *name) {
    return X509_NAME_print_ex(target, name, 0, XN_FLAG_RFC2253) > 0;
}

// MARK: Chains and revocation lists, whose stacks are made of macros

static inline int recours_chain_count(const STACK_OF(X509) *chain) {
    return chain == NULL ? 0 : sk_X509_num(chain);
}

static inline X509 *recours_chain_at(const STACK_OF(X509) *chain, int place) {
    return sk_X509_value(chain, place);
}

static inline int recours_revoked_count(X509_CRL *list) {
    const STACK_OF(X509_REVOKED) *entries = X509_CRL_get_REVOKED(list);
    return entries == NULL ? 0 : sk_X509_REVOKED_num(entries);
}

static inline const X509_REVOKED *recours_revoked_at(X509_CRL *list, int place) {
    return sk_X509_REVOKED_value(X509_CRL_get_REVOKED(list), place);
}

/// Whether a list is signed over SHA-256 or better, or by an algorithm that brings its own hash.
static inline int recours_list_digest_is_strong(const X509_CRL *list) {
    int digest = NID_undef;
    if (OBJ_find_sigid_algs(X509_CRL_get_signature_nid(list), &digest, NULL) != 1) return 0;
    return digest == NID_sha256 || digest == NID_sha384 || digest == NID_sha512 || digest == NID_undef;
}

/// The connection for whose peer a chain is verified.
static inline SSL *recours_connection_verifying(const X509_STORE_CTX *store) {
    return X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx());
}

// MARK: Time

/// Seconds since 1970.
static inline int64_t recours_unix_now(void) {
    return (int64_t)time(NULL);
}

/// Seconds since 1970 of a certificate's time; 0 if it can't be read.
static inline int recours_unix_seconds(const ASN1_TIME *time, int64_t *seconds) {
    struct tm parts;
    if (time == NULL || ASN1_TIME_to_tm(time, &parts) != 1) return 0;
    *seconds = (int64_t)timegm(&parts);
    return 1;
}

#endif
