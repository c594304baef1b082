package org.shuangsuiji.risk.model;

/**
 * What makes two enterprises related, one step away and no further.
 *
 * <p>Both are read from registrations alone and are hints, not proof: many firms share a business centre's address, and
 * two people may share a name.
 */
public enum Relation {
    /** The same address (住所), character by character. */
    SAME_ADDRESS,
    /** A legal representative (法定代表人) of the same name in the same county. */
    SAME_LEGAL_PERSON
}
