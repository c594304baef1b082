package org.shuangsuiji.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.CodeClass;
import org.shuangsuiji.ingest.reading.EnterpriseStatus;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.SubjectKind;

/**
 * A registered subject as known now.
 *
 * @param name its name, or its code when it has none
 * @param registered false while only records name it
 * @param unnamed whether it has no name of its own
 * @param sameAs the subject of which this is another identity
 */
public record Enterprise(
        long id,
        @Nullable String creditCode,
        @Nullable String oldNumber,
        CodeClass codeClass,
        boolean registered,
        String name,
        boolean unnamed,
        @Nullable String region,
        @Nullable String industry,
        @Nullable String section,
        @Nullable String typeName,
        SubjectKind subjectKind,
        EnterpriseStatus status,
        @Nullable LocalDate established,
        @Nullable Long capitalFen,
        @Nullable String capitalText,
        @Nullable String address,
        @Nullable String legalPerson,
        @Nullable String businessScope,
        @Nullable String authority,
        Set<Flag> flags,
        long deliveryId,
        Instant knownFrom,
        @Nullable Long sameAs) {

    /** The code, or the old number of a subject without one; absent of one that is known by its name alone. */
    public Optional<String> code() {
        return Optional.ofNullable(creditCode != null ? creditCode : oldNumber);
    }
}
