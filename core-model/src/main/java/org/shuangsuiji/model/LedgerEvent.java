package org.shuangsuiji.model;

import java.util.Locale;

/**
 * Every kind of event that the ledger knows. The page that lists them is rendered from here, and each has a text in
 * the message files ({@code event.<word>}).
 */
public enum LedgerEvent {
    // people
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    USER_CREATED,
    USER_CHANGED,
    USER_DISABLED,
    PASSWORD_CHANGED,
    DEPARTMENT_CREATED,
    DEPARTMENT_CHANGED,
    API_CLIENT_CREATED,
    API_CLIENT_REVOKED,
    CALENDAR_IMPORTED,
    LANGUAGE_CHOSEN,
    // ingest
    DELIVERY_RECEIVED,
    DELIVERY_MERGED,
    DELIVERY_FAILED,
    DELIVERY_CANCELLED,
    JOB_CANCEL_REQUESTED,
    FAULTS_EXPORTED,
    LINK_PROPOSED,
    LINK_ACCEPTED,
    LINK_REFUSED,
    LINK_WITHDRAWN,
    // grading
    MODEL_CREATED,
    MODEL_DRAFTED,
    MODEL_DRAFT_CHANGED,
    MODEL_DRAFT_DISCARDED,
    MODEL_SUBMITTED,
    MODEL_RETURNED,
    MODEL_ACTIVATED,
    MODEL_WITHDRAWN,
    REGRADE_REQUESTED,
    REGRADED,
    // lists and campaigns
    ITEM_CREATED,
    ITEM_CHANGED,
    INSPECTOR_CREATED,
    INSPECTOR_CHANGED,
    RECUSAL_DECLARED,
    CAMPAIGN_CREATED,
    CAMPAIGN_CHANGED,
    CAMPAIGN_CANCELLED,
    FRAME_FROZEN,
    COMMITMENT_PUBLISHED,
    SOURCE_VALUE_ENTERED,
    SOURCE_VALUE_CORRECTED,
    SOURCE_SILENT,
    SOURCE_STATED,
    SOURCE_PUBLISHED,
    DRAW_ABANDONED,
    DRAW_FAILED,
    DRAWN,
    TARGET_REPLACED,
    INSPECTOR_REPLACED,
    BUNDLE_EXPORTED,
    FRAME_ANSWERED,
    REHEARSED,
    // visits and publicity
    VISITS_OPENED,
    VISIT_REGISTERED,
    RESULT_DRAFTED,
    RESULT_SUBMITTED,
    RESULT_RETURNED,
    RESULT_PASSED,
    RESULT_PUBLISHED,
    RESULT_CORRECTED,
    RESULT_WITHDRAWN,
    RESULT_RECORDED,
    ITEM_LIST_PUBLISHED,
    DRAW_PUBLISHED,
    DRAWN_UNITS_RELEASED,
    LEDGER_HEAD_PUBLISHED,
    // the first start
    DEMO_LOADED;

    /** The word in message keys and in the database: {@code frame_frozen}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
