package org.shuangsuiji.console.home;

import java.util.List;
import org.shuangsuiji.console.security.OfficeUser;

/** A screen that has something to say on the start page registers a bean of this kind. */
public interface HomeCards {

    /** The cards for this reader, few and quick to count; none for roles that the screen is not for. */
    List<HomeCard> cards(OfficeUser reader);
}
