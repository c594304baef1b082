package org.shuangsuiji.ingest;

import java.time.Instant;
import java.time.YearMonth;

/** A month that has a directory, and as of when it was drawn up. */
public record DirectoryMonth(YearMonth month, long members, String takenBy, Instant takenAt) {}
