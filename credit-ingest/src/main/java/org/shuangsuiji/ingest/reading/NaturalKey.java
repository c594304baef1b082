package org.shuangsuiji.ingest.reading;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;

/**
 * By what the office knows a fact when it comes again.
 *
 * @param ofSubject of this subject under this code, number or name
 * @param ofFact the same, whoever it is told of: two identities of one subject have the fact once. Absent where the number
 *     of a document tells facts apart
 */
public record NaturalKey(UUID ofSubject, @Nullable UUID ofFact) {

    /** Adds what tells two facts of one kind and subject apart. */
    interface Parts {
        void add(Fingerprint fingerprint) throws RowFault;
    }

    static NaturalKey byDocument(RecordKind kind, Subject subject, Fingerprint fingerprint, Parts parts)
            throws RowFault {
        return of(kind, subject, fingerprint, parts, false);
    }

    static NaturalKey byFact(RecordKind kind, Subject subject, Fingerprint fingerprint, Parts parts) throws RowFault {
        return of(kind, subject, fingerprint, parts, true);
    }

    private static NaturalKey of(
            RecordKind kind, Subject subject, Fingerprint fingerprint, Parts parts, boolean withFact) throws RowFault {
        fingerprint.number(kind.number());
        int from = fingerprint.length();
        fingerprint.text(subject.value());
        int to = fingerprint.length();
        parts.add(fingerprint);
        UUID ofFact = withFact ? fingerprint.without(from, to) : null;
        return new NaturalKey(fingerprint.take(), ofFact);
    }
}
