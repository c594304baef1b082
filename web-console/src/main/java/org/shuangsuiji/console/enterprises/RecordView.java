package org.shuangsuiji.console.enterprises;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.EnterpriseRecord;

/**
 * A credit record in the reader's words.
 *
 * @param what its categories and what it says
 * @param facts what only its kind tells
 * @param counts whether it counts today, and if not why
 * @param why until when it counts, and by what; absent of a former version
 */
record RecordView(
        EnterpriseRecord record,
        String what,
        List<Fact> facts,
        String counts,
        String countsTone,
        @Nullable String why) {

    /** A fact under its name. */
    record Fact(String name, String value) {}
}
