// SPDX-License-Identifier: EUPL-1.2
//
// Written by recours-codegen from Protos: change those, and run generate.sh.

#ifndef RECOURS_DESCRIPTORS_H
#define RECOURS_DESCRIPTORS_H

#include "recours/v1/exchange.pb-c.h"
#include "recours/v1/mediation.pb-c.h"
#include "recours/v1/money.pb-c.h"
#include "recours/v1/party.pb-c.h"
#include "recours/v1/response.pb-c.h"
#include "recours/v1/case.pb-c.h"
#include "recours/v1/errors.pb-c.h"
#include "recours/v1/action_service.pb-c.h"
#include "recours/v1/campaign_service.pb-c.h"
#include "recours/v1/case_service.pb-c.h"
#include "recours/v1/claim.pb-c.h"
#include "recours/v1/claim_service.pb-c.h"
#include "recours/v1/commitment_service.pb-c.h"
#include "recours/v1/evidence_service.pb-c.h"
#include "recours/v1/partner_service.pb-c.h"
#include "recours/v1/export_service.pb-c.h"
#include "recours/v1/feed_service.pb-c.h"
#include "recours/v1/figures_service.pb-c.h"
#include "recours/v1/health_service.pb-c.h"
#include "recours/v1/inbox_service.pb-c.h"
#include "recours/v1/mediation_service.pb-c.h"
#include "recours/v1/operator_service.pb-c.h"
#include "recours/v1/profile_service.pb-c.h"
#include "recours/v1/proof_service.pb-c.h"
#include "recours/v1/response_service.pb-c.h"
#include "recours/v1/retention_service.pb-c.h"
#include "recours/v1/watch_service.pb-c.h"
#include "recours/wire/v1/wire.pb-c.h"

static inline const ProtobufCMessageDescriptor *
recours__v1__writing__descriptor_pointer(void) {
    return &recours__v1__writing__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__exchange__descriptor_pointer(void) {
    return &recours__v1__exchange__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__confidential_note__descriptor_pointer(void) {
    return &recours__v1__confidential_note__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__agreement__descriptor_pointer(void) {
    return &recours__v1__agreement__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__agreement_answer__descriptor_pointer(void) {
    return &recours__v1__agreement_answer__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__mediation_outcome__descriptor_pointer(void) {
    return &recours__v1__mediation_outcome__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__mediation__descriptor_pointer(void) {
    return &recours__v1__mediation__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__money__descriptor_pointer(void) {
    return &recours__v1__money__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__party__descriptor_pointer(void) {
    return &recours__v1__party__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__foreign_identifier__descriptor_pointer(void) {
    return &recours__v1__foreign_identifier__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__contact__descriptor_pointer(void) {
    return &recours__v1__contact__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__address__descriptor_pointer(void) {
    return &recours__v1__address__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__remedy__descriptor_pointer(void) {
    return &recours__v1__remedy__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__redress__descriptor_pointer(void) {
    return &recours__v1__redress__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__statement_of_reasons__descriptor_pointer(void) {
    return &recours__v1__statement_of_reasons__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__listing_answer__descriptor_pointer(void) {
    return &recours__v1__listing_answer__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__platform_response__descriptor_pointer(void) {
    return &recours__v1__platform_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__funds_withheld__descriptor_pointer(void) {
    return &recours__v1__funds_withheld__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__terms_change__descriptor_pointer(void) {
    return &recours__v1__terms_change__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__listing__descriptor_pointer(void) {
    return &recours__v1__listing__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__ip_claim__descriptor_pointer(void) {
    return &recours__v1__ip_claim__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__case_draft__descriptor_pointer(void) {
    return &recours__v1__case_draft__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__deadline__descriptor_pointer(void) {
    return &recours__v1__deadline__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__deadline_mark__descriptor_pointer(void) {
    return &recours__v1__deadline_mark__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__campaign_terms__descriptor_pointer(void) {
    return &recours__v1__campaign_terms__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__inadmissibility__descriptor_pointer(void) {
    return &recours__v1__inadmissibility__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__merge_target__descriptor_pointer(void) {
    return &recours__v1__merge_target__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__readdressing__descriptor_pointer(void) {
    return &recours__v1__readdressing__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__case_flag__descriptor_pointer(void) {
    return &recours__v1__case_flag__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__partner_reference__descriptor_pointer(void) {
    return &recours__v1__partner_reference__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__verdict__descriptor_pointer(void) {
    return &recours__v1__verdict__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__case__descriptor_pointer(void) {
    return &recours__v1__case__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__event__descriptor_pointer(void) {
    return &recours__v1__event__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__status__descriptor_pointer(void) {
    return &recours__v1__status__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__error_detail__descriptor_pointer(void) {
    return &recours__v1__error_detail__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__error_info__descriptor_pointer(void) {
    return &recours__v1__error_info__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__bad_request__descriptor_pointer(void) {
    return &recours__v1__bad_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__field_violation__descriptor_pointer(void) {
    return &recours__v1__field_violation__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__retry_info__descriptor_pointer(void) {
    return &recours__v1__retry_info__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__quota_failure__descriptor_pointer(void) {
    return &recours__v1__quota_failure__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__resource_info__descriptor_pointer(void) {
    return &recours__v1__resource_info__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__state_conflict__descriptor_pointer(void) {
    return &recours__v1__state_conflict__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__idempotency_conflict__descriptor_pointer(void) {
    return &recours__v1__idempotency_conflict__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__file_draft__descriptor_pointer(void) {
    return &recours__v1__file_draft__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__reason__descriptor_pointer(void) {
    return &recours__v1__reason__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__readdress__descriptor_pointer(void) {
    return &recours__v1__readdress__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__answer_agreement__descriptor_pointer(void) {
    return &recours__v1__answer_agreement__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__action__descriptor_pointer(void) {
    return &recours__v1__action__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__act_request__descriptor_pointer(void) {
    return &recours__v1__act_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__act_response__descriptor_pointer(void) {
    return &recours__v1__act_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__act_many_item__descriptor_pointer(void) {
    return &recours__v1__act_many_item__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__act_many_result__descriptor_pointer(void) {
    return &recours__v1__act_many_result__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__save_draft_request__descriptor_pointer(void) {
    return &recours__v1__save_draft_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__save_draft_response__descriptor_pointer(void) {
    return &recours__v1__save_draft_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__campaign_plan__descriptor_pointer(void) {
    return &recours__v1__campaign_plan__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__state_count__descriptor_pointer(void) {
    return &recours__v1__state_count__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__campaign_counts__descriptor_pointer(void) {
    return &recours__v1__campaign_counts__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__campaign_platform_counts__descriptor_pointer(void) {
    return &recours__v1__campaign_platform_counts__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__campaign__descriptor_pointer(void) {
    return &recours__v1__campaign__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__create_campaign_request__descriptor_pointer(void) {
    return &recours__v1__create_campaign_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__create_campaign_response__descriptor_pointer(void) {
    return &recours__v1__create_campaign_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__update_campaign_request__descriptor_pointer(void) {
    return &recours__v1__update_campaign_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__update_campaign_response__descriptor_pointer(void) {
    return &recours__v1__update_campaign_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_campaign_request__descriptor_pointer(void) {
    return &recours__v1__get_campaign_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_campaign_response__descriptor_pointer(void) {
    return &recours__v1__get_campaign_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_campaigns_request__descriptor_pointer(void) {
    return &recours__v1__list_campaigns_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_campaigns_response__descriptor_pointer(void) {
    return &recours__v1__list_campaigns_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__campaign_case__descriptor_pointer(void) {
    return &recours__v1__campaign_case__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_at_risk_request__descriptor_pointer(void) {
    return &recours__v1__list_at_risk_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_at_risk_response__descriptor_pointer(void) {
    return &recours__v1__list_at_risk_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__submit_case_request__descriptor_pointer(void) {
    return &recours__v1__submit_case_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__submission_receipt__descriptor_pointer(void) {
    return &recours__v1__submission_receipt__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__submit_case_response__descriptor_pointer(void) {
    return &recours__v1__submit_case_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__submit_cases_item__descriptor_pointer(void) {
    return &recours__v1__submit_cases_item__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__submit_cases_result__descriptor_pointer(void) {
    return &recours__v1__submit_cases_result__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_case_request__descriptor_pointer(void) {
    return &recours__v1__get_case_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_case_response__descriptor_pointer(void) {
    return &recours__v1__get_case_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_cases_request__descriptor_pointer(void) {
    return &recours__v1__list_cases_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_cases_response__descriptor_pointer(void) {
    return &recours__v1__list_cases_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__give_verdict_request__descriptor_pointer(void) {
    return &recours__v1__give_verdict_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__give_verdict_response__descriptor_pointer(void) {
    return &recours__v1__give_verdict_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__withdraw_case_request__descriptor_pointer(void) {
    return &recours__v1__withdraw_case_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__withdraw_case_response__descriptor_pointer(void) {
    return &recours__v1__withdraw_case_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__picture_fingerprint__descriptor_pointer(void) {
    return &recours__v1__picture_fingerprint__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__work_draft__descriptor_pointer(void) {
    return &recours__v1__work_draft__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__work__descriptor_pointer(void) {
    return &recours__v1__work__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__claim_plan__descriptor_pointer(void) {
    return &recours__v1__claim_plan__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__listing_count__descriptor_pointer(void) {
    return &recours__v1__listing_count__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__standing_claim__descriptor_pointer(void) {
    return &recours__v1__standing_claim__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__match_evidence__descriptor_pointer(void) {
    return &recours__v1__match_evidence__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__listing_refusal__descriptor_pointer(void) {
    return &recours__v1__listing_refusal__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__claim_listing__descriptor_pointer(void) {
    return &recours__v1__claim_listing__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__register_work_request__descriptor_pointer(void) {
    return &recours__v1__register_work_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__register_work_response__descriptor_pointer(void) {
    return &recours__v1__register_work_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_work_request__descriptor_pointer(void) {
    return &recours__v1__get_work_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_work_response__descriptor_pointer(void) {
    return &recours__v1__get_work_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_works_request__descriptor_pointer(void) {
    return &recours__v1__list_works_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_works_response__descriptor_pointer(void) {
    return &recours__v1__list_works_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__open_claim_request__descriptor_pointer(void) {
    return &recours__v1__open_claim_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__open_claim_response__descriptor_pointer(void) {
    return &recours__v1__open_claim_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_claim_request__descriptor_pointer(void) {
    return &recours__v1__get_claim_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_claim_response__descriptor_pointer(void) {
    return &recours__v1__get_claim_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_claims_request__descriptor_pointer(void) {
    return &recours__v1__list_claims_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_claims_response__descriptor_pointer(void) {
    return &recours__v1__list_claims_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__withdraw_claim_request__descriptor_pointer(void) {
    return &recours__v1__withdraw_claim_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__withdraw_claim_response__descriptor_pointer(void) {
    return &recours__v1__withdraw_claim_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__suspend_claim_request__descriptor_pointer(void) {
    return &recours__v1__suspend_claim_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__suspend_claim_response__descriptor_pointer(void) {
    return &recours__v1__suspend_claim_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__resume_claim_request__descriptor_pointer(void) {
    return &recours__v1__resume_claim_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__resume_claim_response__descriptor_pointer(void) {
    return &recours__v1__resume_claim_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__listing_to_add__descriptor_pointer(void) {
    return &recours__v1__listing_to_add__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__add_listings_request__descriptor_pointer(void) {
    return &recours__v1__add_listings_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__add_listing_result__descriptor_pointer(void) {
    return &recours__v1__add_listing_result__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__add_listings_response__descriptor_pointer(void) {
    return &recours__v1__add_listings_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_listings_request__descriptor_pointer(void) {
    return &recours__v1__list_listings_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_listings_response__descriptor_pointer(void) {
    return &recours__v1__list_listings_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__pull_listings_request__descriptor_pointer(void) {
    return &recours__v1__pull_listings_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__pull_listings_response__descriptor_pointer(void) {
    return &recours__v1__pull_listings_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__listing_reply__descriptor_pointer(void) {
    return &recours__v1__listing_reply__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__answer_listings_request__descriptor_pointer(void) {
    return &recours__v1__answer_listings_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__listing_reply_result__descriptor_pointer(void) {
    return &recours__v1__listing_reply_result__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__answer_listings_response__descriptor_pointer(void) {
    return &recours__v1__answer_listings_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_matches_request__descriptor_pointer(void) {
    return &recours__v1__list_matches_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_matches_response__descriptor_pointer(void) {
    return &recours__v1__list_matches_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__review_match_request__descriptor_pointer(void) {
    return &recours__v1__review_match_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__review_match_response__descriptor_pointer(void) {
    return &recours__v1__review_match_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__claim_figures_request__descriptor_pointer(void) {
    return &recours__v1__claim_figures_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__removal_time__descriptor_pointer(void) {
    return &recours__v1__removal_time__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__claim_figure_line__descriptor_pointer(void) {
    return &recours__v1__claim_figure_line__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__claim_figures_response__descriptor_pointer(void) {
    return &recours__v1__claim_figures_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__commitment_change__descriptor_pointer(void) {
    return &recours__v1__commitment_change__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__commitment__descriptor_pointer(void) {
    return &recours__v1__commitment__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__make_commitment_request__descriptor_pointer(void) {
    return &recours__v1__make_commitment_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__make_commitment_response__descriptor_pointer(void) {
    return &recours__v1__make_commitment_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_commitments_request__descriptor_pointer(void) {
    return &recours__v1__list_commitments_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_commitments_response__descriptor_pointer(void) {
    return &recours__v1__list_commitments_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__settle_commitment_request__descriptor_pointer(void) {
    return &recours__v1__settle_commitment_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__settle_commitment_response__descriptor_pointer(void) {
    return &recours__v1__settle_commitment_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__begin_upload_request__descriptor_pointer(void) {
    return &recours__v1__begin_upload_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__begin_upload_response__descriptor_pointer(void) {
    return &recours__v1__begin_upload_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__upload_item__descriptor_pointer(void) {
    return &recours__v1__upload_item__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__upload_start__descriptor_pointer(void) {
    return &recours__v1__upload_start__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__upload_response__descriptor_pointer(void) {
    return &recours__v1__upload_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__evidence__descriptor_pointer(void) {
    return &recours__v1__evidence__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_evidence_request__descriptor_pointer(void) {
    return &recours__v1__get_evidence_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_evidence_response__descriptor_pointer(void) {
    return &recours__v1__get_evidence_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__download_request__descriptor_pointer(void) {
    return &recours__v1__download_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__download_item__descriptor_pointer(void) {
    return &recours__v1__download_item__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__download_head__descriptor_pointer(void) {
    return &recours__v1__download_head__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_evidence_request__descriptor_pointer(void) {
    return &recours__v1__list_evidence_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_evidence_response__descriptor_pointer(void) {
    return &recours__v1__list_evidence_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__who_am_irequest__descriptor_pointer(void) {
    return &recours__v1__who_am_irequest__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__who_am_iresponse__descriptor_pointer(void) {
    return &recours__v1__who_am_iresponse__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__bound_key__descriptor_pointer(void) {
    return &recours__v1__bound_key__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__partner__descriptor_pointer(void) {
    return &recours__v1__partner__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__add_partner_request__descriptor_pointer(void) {
    return &recours__v1__add_partner_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__add_partner_response__descriptor_pointer(void) {
    return &recours__v1__add_partner_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_partners_request__descriptor_pointer(void) {
    return &recours__v1__list_partners_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_partners_response__descriptor_pointer(void) {
    return &recours__v1__list_partners_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__issue_certificate_request__descriptor_pointer(void) {
    return &recours__v1__issue_certificate_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__issue_certificate_response__descriptor_pointer(void) {
    return &recours__v1__issue_certificate_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__revoke_certificate_request__descriptor_pointer(void) {
    return &recours__v1__revoke_certificate_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__revoke_certificate_response__descriptor_pointer(void) {
    return &recours__v1__revoke_certificate_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__partner_limit__descriptor_pointer(void) {
    return &recours__v1__partner_limit__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_limits_request__descriptor_pointer(void) {
    return &recours__v1__get_limits_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_limits_response__descriptor_pointer(void) {
    return &recours__v1__get_limits_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__quota_limit__descriptor_pointer(void) {
    return &recours__v1__quota_limit__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__set_quotas_request__descriptor_pointer(void) {
    return &recours__v1__set_quotas_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__set_quotas_response__descriptor_pointer(void) {
    return &recours__v1__set_quotas_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__mandate__descriptor_pointer(void) {
    return &recours__v1__mandate__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__mandate_refusal__descriptor_pointer(void) {
    return &recours__v1__mandate_refusal__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__import_mandates_response__descriptor_pointer(void) {
    return &recours__v1__import_mandates_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_mandates_request__descriptor_pointer(void) {
    return &recours__v1__list_mandates_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_mandates_response__descriptor_pointer(void) {
    return &recours__v1__list_mandates_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__export_firm_request__descriptor_pointer(void) {
    return &recours__v1__export_firm_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__exported_event__descriptor_pointer(void) {
    return &recours__v1__exported_event__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__export_summary__descriptor_pointer(void) {
    return &recours__v1__export_summary__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__export_item__descriptor_pointer(void) {
    return &recours__v1__export_item__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__listing_snapshot__descriptor_pointer(void) {
    return &recours__v1__listing_snapshot__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__match_candidate__descriptor_pointer(void) {
    return &recours__v1__match_candidate__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__snapshot_matches__descriptor_pointer(void) {
    return &recours__v1__snapshot_matches__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__snapshot_result__descriptor_pointer(void) {
    return &recours__v1__snapshot_result__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_figures_request__descriptor_pointer(void) {
    return &recours__v1__get_figures_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_figures_response__descriptor_pointer(void) {
    return &recours__v1__get_figures_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_own_removals_request__descriptor_pointer(void) {
    return &recours__v1__get_own_removals_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_own_removals_response__descriptor_pointer(void) {
    return &recours__v1__get_own_removals_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__figure_line__descriptor_pointer(void) {
    return &recours__v1__figure_line__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__figure_count__descriptor_pointer(void) {
    return &recours__v1__figure_count__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__figure_duration__descriptor_pointer(void) {
    return &recours__v1__figure_duration__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__health_check_request__descriptor_pointer(void) {
    return &recours__v1__health_check_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__health_check_response__descriptor_pointer(void) {
    return &recours__v1__health_check_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__pull_cases_request__descriptor_pointer(void) {
    return &recours__v1__pull_cases_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__inbox_entry__descriptor_pointer(void) {
    return &recours__v1__inbox_entry__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__pull_cases_response__descriptor_pointer(void) {
    return &recours__v1__pull_cases_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__acknowledge_cases_request__descriptor_pointer(void) {
    return &recours__v1__acknowledge_cases_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__acknowledgement_result__descriptor_pointer(void) {
    return &recours__v1__acknowledgement_result__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__acknowledged_case__descriptor_pointer(void) {
    return &recours__v1__acknowledged_case__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__acknowledge_cases_response__descriptor_pointer(void) {
    return &recours__v1__acknowledge_cases_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__cluster_key__descriptor_pointer(void) {
    return &recours__v1__cluster_key__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__queue_item__descriptor_pointer(void) {
    return &recours__v1__queue_item__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_queue_request__descriptor_pointer(void) {
    return &recours__v1__list_queue_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_queue_response__descriptor_pointer(void) {
    return &recours__v1__list_queue_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_clusters_request__descriptor_pointer(void) {
    return &recours__v1__list_clusters_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__cluster__descriptor_pointer(void) {
    return &recours__v1__cluster__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_clusters_response__descriptor_pointer(void) {
    return &recours__v1__list_clusters_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_identity_reads_request__descriptor_pointer(void) {
    return &recours__v1__list_identity_reads_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__identity_read__descriptor_pointer(void) {
    return &recours__v1__identity_read__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_identity_reads_response__descriptor_pointer(void) {
    return &recours__v1__list_identity_reads_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_clock_request__descriptor_pointer(void) {
    return &recours__v1__get_clock_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_clock_response__descriptor_pointer(void) {
    return &recours__v1__get_clock_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__advance_clock_request__descriptor_pointer(void) {
    return &recours__v1__advance_clock_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__advance_clock_response__descriptor_pointer(void) {
    return &recours__v1__advance_clock_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__back_up_request__descriptor_pointer(void) {
    return &recours__v1__back_up_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__back_up_progress__descriptor_pointer(void) {
    return &recours__v1__back_up_progress__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__back_up_result__descriptor_pointer(void) {
    return &recours__v1__back_up_result__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__platform_profile__descriptor_pointer(void) {
    return &recours__v1__platform_profile__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__platform_entry__descriptor_pointer(void) {
    return &recours__v1__platform_entry__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__set_profile_request__descriptor_pointer(void) {
    return &recours__v1__set_profile_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__set_profile_response__descriptor_pointer(void) {
    return &recours__v1__set_profile_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_profile_request__descriptor_pointer(void) {
    return &recours__v1__get_profile_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_profile_response__descriptor_pointer(void) {
    return &recours__v1__get_profile_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_profiles_request__descriptor_pointer(void) {
    return &recours__v1__list_profiles_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__list_profiles_response__descriptor_pointer(void) {
    return &recours__v1__list_profiles_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_receipt_request__descriptor_pointer(void) {
    return &recours__v1__get_receipt_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_receipt_response__descriptor_pointer(void) {
    return &recours__v1__get_receipt_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_tree_head_request__descriptor_pointer(void) {
    return &recours__v1__get_tree_head_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_tree_head_response__descriptor_pointer(void) {
    return &recours__v1__get_tree_head_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_public_key_request__descriptor_pointer(void) {
    return &recours__v1__get_public_key_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__get_public_key_response__descriptor_pointer(void) {
    return &recours__v1__get_public_key_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__respond_request__descriptor_pointer(void) {
    return &recours__v1__respond_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__responded_case__descriptor_pointer(void) {
    return &recours__v1__responded_case__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__respond_response__descriptor_pointer(void) {
    return &recours__v1__respond_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__respond_many_item__descriptor_pointer(void) {
    return &recours__v1__respond_many_item__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__respond_many_result__descriptor_pointer(void) {
    return &recours__v1__respond_many_result__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__run_retention_request__descriptor_pointer(void) {
    return &recours__v1__run_retention_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__retention_count__descriptor_pointer(void) {
    return &recours__v1__retention_count__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__retention_progress__descriptor_pointer(void) {
    return &recours__v1__retention_progress__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__erase_case_request__descriptor_pointer(void) {
    return &recours__v1__erase_case_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__erase_case_response__descriptor_pointer(void) {
    return &recours__v1__erase_case_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__watch_inbox_request__descriptor_pointer(void) {
    return &recours__v1__watch_inbox_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__watch_inbox_response__descriptor_pointer(void) {
    return &recours__v1__watch_inbox_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__watch_case_request__descriptor_pointer(void) {
    return &recours__v1__watch_case_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__case_update__descriptor_pointer(void) {
    return &recours__v1__case_update__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__watch_case_response__descriptor_pointer(void) {
    return &recours__v1__watch_case_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__watch_queue_request__descriptor_pointer(void) {
    return &recours__v1__watch_queue_request__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__queue_change__descriptor_pointer(void) {
    return &recours__v1__queue_change__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__v1__watch_queue_response__descriptor_pointer(void) {
    return &recours__v1__watch_queue_response__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__wire__v1__hello__descriptor_pointer(void) {
    return &recours__wire__v1__hello__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__wire__v1__metadata_entry__descriptor_pointer(void) {
    return &recours__wire__v1__metadata_entry__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__wire__v1__open__descriptor_pointer(void) {
    return &recours__wire__v1__open__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__wire__v1__head__descriptor_pointer(void) {
    return &recours__wire__v1__head__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__wire__v1__call_status__descriptor_pointer(void) {
    return &recours__wire__v1__call_status__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__wire__v1__cancel__descriptor_pointer(void) {
    return &recours__wire__v1__cancel__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__wire__v1__credit__descriptor_pointer(void) {
    return &recours__wire__v1__credit__descriptor;
}

static inline const ProtobufCMessageDescriptor *
recours__wire__v1__go_away__descriptor_pointer(void) {
    return &recours__wire__v1__go_away__descriptor;
}

#endif
