package org.shuangsuiji.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.PenaltyCategory;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.RecordLife;

/**
 * One credit record of an enterprise in one of its versions.
 *
 * @param statedEnd the first day after the end of publicity, where the source itself states it
 * @param severity 1 minor, 2 general, 3 serious
 * @param details facts of the kind's own as a JSON object, see {@link org.shuangsuiji.ingest.reading.OwnFact}
 * @param other the other enterprise of a relation
 * @param ofPerson whether the other party of a relation is a person, of whom nothing is known here
 * @param source absent where no source is known
 * @param knownTo when the office learned the next version; absent for the current one
 */
public record EnterpriseRecord(
        long id,
        RecordKind kind,
        RecordLife life,
        @Nullable LocalDate statedEnd,
        @Nullable Integer severity,
        @Nullable Long amountFen,
        @Nullable Long confiscatedFen,
        @Nullable String category,
        @Nullable String documentNo,
        @Nullable String licenceNo,
        @Nullable String authority,
        @Nullable String summary,
        @Nullable Long quantity,
        @Nullable String details,
        @Nullable OtherParty other,
        boolean ofPerson,
        @Nullable RecordSource source,
        Set<Flag> flags,
        long deliveryId,
        Instant knownFrom,
        @Nullable Instant knownTo) {

    /** Whether there was a fine of which nobody knows the amount. */
    public boolean amountUnknown() {
        return kind == RecordKind.PENALTY
                && amountFen == null
                && (flags.contains(Flag.AMOUNT_UNKNOWN)
                        || (category != null && category.contains(PenaltyCategory.FINE.code())));
    }

    public boolean countsOn(LocalDate day) {
        return knownTo == null && life.countsOn(day);
    }

    /** Why it counts for just so long. */
    public enum Until {
        /** It has not ended, and ends by nothing but a repair, a removal or a payment. */
        OPEN,
        /** The source states the end of publicity. */
        STATED,
        /** The longest publicity of its gravity. */
        LIMIT,
        /** The same, of a record whose gravity nobody can tell. */
        LIMIT_OF_UNKNOWN,
        /** The longest time on the list of the seriously dishonest. */
        LISTING,
        /** The last day of what was decided, such as of a permit. */
        TERM,
        /** The source says that it no longer stands, and not since when. */
        OVER
    }

    public Until until() {
        LocalDate end = life.endsOn();
        if (end == null) {
            return Until.OPEN;
        }
        if (end.equals(life.eventDay())) {
            return Until.OVER;
        }
        if (end.equals(statedEnd)) {
            return Until.STATED;
        }
        if (kind == RecordKind.DISHONESTY) {
            return Until.LISTING;
        }
        if (kind != RecordKind.PENALTY) {
            return Until.TERM;
        }
        return severity == null ? Until.LIMIT_OF_UNKNOWN : Until.LIMIT;
    }
}
