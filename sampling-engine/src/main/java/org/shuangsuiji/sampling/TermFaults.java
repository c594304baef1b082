package org.shuangsuiji.sampling;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a form, to tell it all at once. */
final class TermFaults {
    private final List<TermsRefused.Fault> list = new ArrayList<>();

    void add(String field, String code, Object... arguments) {
        list.add(new TermsRefused.Fault(field, code, List.of(arguments)));
    }

    void unless(boolean well, String field, String code, Object... arguments) {
        if (!well) {
            add(field, code, arguments);
        }
    }

    void lengthOf(String text, int least, int most, String field) {
        int length = text.codePointCount(0, text.length());
        unless(
                length >= least && length <= most && text.equals(text.strip()) && noControls(text),
                field,
                "length",
                least,
                most,
                length);
    }

    boolean none() {
        return list.isEmpty();
    }

    void refuseIfAny() {
        if (!list.isEmpty()) {
            throw new TermsRefused(list);
        }
    }

    private static boolean noControls(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r');
    }
}
