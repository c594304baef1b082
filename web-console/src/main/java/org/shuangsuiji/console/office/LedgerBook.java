package org.shuangsuiji.console.office;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Scope;

/** The ledger as people read it. */
public interface LedgerBook {

    /**
     * What to look for; absent parts do not restrict.
     *
     * @param before entries older than this id; for paging
     */
    record Question(
            @Nullable String event,
            @Nullable String actor,
            @Nullable String subject,
            @Nullable Long before) {}

    /** The end of the chain. */
    record Head(long seq, String hash) {
        private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");

        /** A head as pages and commands show it, such as {@code 17:9f86…}; absent when the text is none. */
        public static Optional<Head> read(String text) {
            Matcher parts = WRITTEN.matcher(text);
            return parts.matches()
                    ? Optional.of(new Head(Long.parseLong(parts.group(1)), parts.group(2)))
                    : Optional.empty();
        }
    }

    /** Newest first, of the departments in the reader's scope. */
    List<LedgerRow> find(Question question, Scope scope, int limit);

    /** The last sealed place, absent as long as nothing is sealed. */
    Optional<Head> head();
}
