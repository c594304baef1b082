package org.shuangsuiji.sampling;

import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.sampling.canonical.Utf8;

/** Acts that need a reason get one that says something. */
final class Reasons {
    private static final int LENGTH_MIN = 2;
    private static final int LENGTH_MAX = 500;

    private static final int EVIDENCE_MIN = 4;
    private static final int EVIDENCE_MAX = 1000;

    private static final int FURTHER_MIN = 10;

    private Reasons() {}

    /** Why a further list stands beside others is for strangers to read, so a word or two do not do. */
    static void requireForFurtherList(String reason) {
        int length = reason.codePointCount(0, reason.length());
        if (length < FURTHER_MIN || length > LENGTH_MAX) {
            throw Refusal.invalid("further-reason-length", FURTHER_MIN, LENGTH_MAX, length);
        }
        if (!isSpeltForFiles(reason) || reason.chars().anyMatch(Reasons::isUnreadable)) {
            throw Refusal.invalid("further-reason-unreadable");
        }
    }

    /** DR-1 §2. */
    private static boolean isSpeltForFiles(String text) {
        return !Utf8.isBroken(text) && Utf8.isNormal(text);
    }

    private static boolean isUnreadable(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    /** Whoever says what a source of chance did says where that can be seen. */
    static void requireEvidence(String evidence) {
        int length = evidence.strip().length();
        if (length < EVIDENCE_MIN || length > EVIDENCE_MAX) {
            throw Refusal.invalid("evidence-length", EVIDENCE_MIN, EVIDENCE_MAX, length);
        }
    }

    /** A reason that the rule of the next draw repeats must be spelt as its file asks (DR-1 §2). */
    static void requireForRule(String reason) {
        require(reason);
        if (!isSpeltForFiles(reason)) {
            throw Refusal.invalid("reason-not-normal", reason);
        }
    }

    static void require(String reason) {
        int length = reason.strip().length();
        if (length < LENGTH_MIN || length > LENGTH_MAX) {
            throw Refusal.invalid("reason-length", LENGTH_MIN, LENGTH_MAX, length);
        }
    }
}
