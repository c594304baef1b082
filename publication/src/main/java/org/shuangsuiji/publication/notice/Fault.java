package org.shuangsuiji.publication.notice;

/**
 * One thing that keeps a result from being handed in.
 *
 * @param rule which rule found it
 * @param seq the item of the form it is about; 0 for the form as a whole
 * @param detail what was found, where the text of the rule asks for it
 */
public record Fault(Rule rule, int seq, String detail) {

    /** The rules that a submitted result keeps; each has a text in the message files ({@code fault.<word>}). */
    public enum Rule {
        /** Each item of the visit has a result. */
        ITEM_MISSING,
        /** The form names an item that the visit does not have, or one twice. */
        ITEM_UNKNOWN,
        /** At least one category per item. */
        CATEGORY_MISSING,
        /** Only categories of the dictionary in force. */
        CATEGORY_UNKNOWN,
        /** 未发现问题 excludes every other category. */
        CATEGORY_EXCLUDED,
        /** A problem is described in words. */
        NOTE_MISSING,
        /** A note has at most {@link ResultForm#NOTE_LENGTH_MAX} characters. */
        NOTE_TOO_LONG,
        /** The inspection did not end before the visits began. */
        TOO_EARLY,
        /** Nor does it end tomorrow. */
        IN_FUTURE,
        /** At least one way of inspecting. */
        METHOD_MISSING,
        /** Two inspectors are present (行政处罚法 第四十二条, 国办发〔2024〕54号). */
        SECOND_MISSING,
        /** The second is another member of the team. */
        SECOND_NOT_IN_TEAM;

        /** The word in message keys: {@code note-missing}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
