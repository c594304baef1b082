package org.shuangsuiji.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.shuangsuiji.model.Invisible;
import org.shuangsuiji.model.TermsRefused;

/** Collects what is wrong with a form, to tell it all at once. */
final class TermFaults {
    private final List<TermsRefused.Fault> list = new ArrayList<>();

    void unless(boolean well, String field, String code, Object... arguments) {
        if (!well) {
            list.add(new TermsRefused.Fault(field, code, List.of(arguments)));
        }
    }

    /** A text of one line. */
    void line(String text, int least, int most, String field) {
        text(text, least, most, Character::isISOControl, field);
    }

    /** A text of several lines. */
    void lines(String text, int least, int most, String field) {
        text(text, least, most, c -> Character.isISOControl(c) && c != '\n' && c != '\r', field);
    }

    private void text(String text, int least, int most, IntPredicate refused, String field) {
        int length = text.codePointCount(0, text.length());
        unless(length >= least && length <= most && text.equals(text.strip()), field, "length", least, most, length);
        text.codePoints()
                .filter(refused)
                .findFirst()
                .ifPresent(found -> unless(false, field, "control", placeOf(found, text), "U+%04X".formatted(found)));
        text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Invisible.is(c))
                .findFirst()
                .ifPresent(found -> unless(false, field, "invisible", placeOf(found, text), "U+%04X".formatted(found)));
    }

    void refuseIfAny() {
        if (!list.isEmpty()) {
            throw new TermsRefused(list);
        }
    }

    private static int placeOf(int found, String text) {
        return 1 + text.codePointCount(0, text.indexOf(found));
    }
}
