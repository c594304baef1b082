package org.shuangsuiji.ingest;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.shuangsuiji.model.Scope;

/** Where the directory of enterprises is kept. */
public interface DirectoryBook {

    /** The latest first. */
    List<DirectoryMonth> months();

    /** Draws one up; false when this month or a later one is there. */
    boolean take(YearMonth month, String by, Instant at);

    List<DirectoryCount> counts(YearMonth month, Scope scope);

    /** By id of the enterprise, after the given one. */
    List<DirectoryRow> list(YearMonth month, DirectoryRow.Part part, String area, long after, int limit, Scope scope);

    /** How many rows the whole list has. */
    long size(YearMonth month, DirectoryRow.Part part, String area, Scope scope);
}
