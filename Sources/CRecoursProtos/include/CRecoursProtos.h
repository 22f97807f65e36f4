// SPDX-License-Identifier: EUPL-1.2
//
// Written by recours-codegen from Protos: change those, and run generate.sh.

#ifndef CRECOURSPROTOS_H
#define CRECOURSPROTOS_H

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
#include "recours_arena.h"
#include "recours_descriptors.h"

#endif
