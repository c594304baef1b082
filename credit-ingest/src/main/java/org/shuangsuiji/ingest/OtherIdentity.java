package org.shuangsuiji.ingest;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.CreditCode;

/**
 * What else the subject of a code is known as now.
 *
 * @param since when the link that makes the two one came into force; of several, the last
 * @param subject whether the other is the subject itself, and the code only another identity of it
 * @param other absent where the reader may not see both
 */
public record OtherIdentity(Instant since, boolean subject, Link.@Nullable Side other) {

    /** The credit code of the other, if the reader may see it and it has one. */
    public Optional<String> creditCode() {
        return Optional.ofNullable(other).map(Link.Side::code).filter(CreditCode::isCode);
    }
}
