package org.shuangsuiji.ingest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.Note;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;

/** The received files, as far as a reader may see them. */
public interface Deliveries {

    /** One delivery, unless it is absent or outside the scope. */
    Optional<Delivery> find(long id, Scope scope);

    /** One delivery; refuses one that is absent or outside the scope. */
    default Delivery get(long id, Scope scope) {
        return find(id, scope).orElseThrow(() -> Refusal.absent("delivery", id));
    }

    /**
     * The latest deliveries, newest first; published inspection results are not among them.
     *
     * @param source only those of the source with this id
     * @param before only those with a smaller id, for the next page
     */
    List<Delivery> list(
            Scope scope,
            @Nullable RecordKind kind,
            @Nullable DeliveryState state,
            @Nullable Long source,
            @Nullable Long before,
            int limit);

    /** What the reader noticed about the file as a whole. */
    List<Note> notes(long id, Scope scope);

    /** Those among these that the system threw away because nobody had a word for them in time. */
    Set<Long> overdue(Collection<Long> ids);

    /** How many rows carry which mark. */
    Map<Flag, Long> flags(long id, Scope scope);

    /**
     * How many rows of those that added or changed something are about subjects whom this reader does not find among
     * the enterprises: they stand outside the reader's districts.
     */
    long rowsOutside(long id, Scope scope);
}
