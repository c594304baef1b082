package org.shuangsuiji.sampling;

import java.time.LocalDate;

/** A model whose current grades can make strata, with its version in force. */
public record GradeModel(long id, String name, String nameEn, String schemeCode, long versionId, int versionNumber) {

    /** The grades that made the strata of a draw: by which version, as of which day. */
    public record AsOf(long versionId, LocalDate day) {}
}
