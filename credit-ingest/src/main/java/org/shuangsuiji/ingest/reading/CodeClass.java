package org.shuangsuiji.ingest.reading;

/** What the checks of GB 32100 and GB 11714 say about a string in the code column. */
public enum CodeClass {
    /** Both check characters are right. */
    OK,
    /** The 18th character is not the one GB 32100 asks for; real registered codes of this kind exist. */
    CHECK_WRONG,
    /** The 18th is right, the embedded organisation code (9th to 17th, GB 11714) fails its own check. */
    ORGANISATION_CHECK_WRONG,
    /** A 15-digit registration number (注册号) of the time before the code. */
    OLD_NUMBER,
    /** No code at all: the subject is known by its name alone. */
    NAME_ONLY,
    /** Anything else. */
    NOT_A_CODE
}
