package org.shuangsuiji.model;

/**
 * Who acts or reads: a person, an API client, or the system itself.
 *
 * @param account the stable name that the ledger keeps
 * @param name the name shown to people
 * @param departmentId the department on whose behalf the actor acts; 0 for the system
 */
public record Actor(String account, String name, long departmentId, Scope scope) {

    /** Jobs that nobody started by hand, such as the nightly regrade. */
    public static final Actor SYSTEM = new Actor("system", "system", 0, Scope.WHOLE_OFFICE);
}
