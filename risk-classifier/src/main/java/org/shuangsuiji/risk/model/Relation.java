package org.shuangsuiji.risk.model;

/** What makes two enterprises related. */
public enum Relation {
    /**
     * The same address (住所), character by character. A hint and no proof: many firms share a business centre's address. One
     * step and no further.
     */
    SAME_ADDRESS,
    /**
     * A legal representative (法定代表人) of the same name in the same county. A hint and no proof: two people may share a
     * name. One step and no further.
     */
    SAME_LEGAL_PERSON,
    /** One holds shares in the other, is its branch, its parent or controls it (股东、对外投资、分支机构), as sources told. */
    LINKED,
    /** One person holds shares or a post in both (股东、主要人员), by the keyed digest of the person's number. */
    SAME_PERSON;

    /** Whether it comes from records of relations, and may be followed over several enterprises. */
    public boolean told() {
        return this == LINKED || this == SAME_PERSON;
    }
}
