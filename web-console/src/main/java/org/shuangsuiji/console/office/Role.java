package org.shuangsuiji.console.office;

/** What a person may do; each has a text in the message files ({@code role.<NAME>}). */
public enum Role {
    INSPECTOR,
    PLANNER,
    REVIEWER,
    CREDIT_OFFICE,
    ADMINISTRATOR,
    AUDITOR;

    /** The word that rules of routes use. */
    public String authority() {
        return "ROLE_" + name();
    }
}
