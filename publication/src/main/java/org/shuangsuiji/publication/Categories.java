package org.shuangsuiji.publication;

import java.time.LocalDate;
import org.shuangsuiji.publication.notice.CategorySet;

/** The versions of the dictionary of result categories. */
public interface Categories {

    /** The set in force for an inspection of this day. */
    CategorySet on(LocalDate day);

    CategorySet set(String setCode);
}
