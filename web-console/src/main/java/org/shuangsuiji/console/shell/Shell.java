package org.shuangsuiji.console.shell;

import java.util.List;
import java.util.UUID;

/**
 * What the frame of a page shows.
 *
 * @param person name of who is signed in
 * @param department body on whose behalf
 * @param otherLanguage the language that the switch leads to, {@code en} or {@code zh-CN}
 * @param otherLanguageHref this same page in that language
 * @param canSearch whether the search for enterprises in the title bar is for this person
 */
record Shell(
        List<Menu.Group> menu,
        String person,
        String department,
        String otherLanguage,
        String otherLanguageHref,
        boolean canSearch) {

    /** A key that makes a form act once, however often it is sent. */
    public String getNewKey() {
        return UUID.randomUUID().toString();
    }
}
