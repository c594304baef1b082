package org.shuangsuiji.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.shuangsuiji.model.Invisible;
import org.shuangsuiji.model.TermsRefused;
import org.shuangsuiji.sampling.canonical.Utf8;

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

    /** A name: one line, spelt as the files of a draw ask for it (DR-1 §2). */
    void name(String text, int least, int most, String field) {
        text(text, least, most, Character::isISOControl, field);
    }

    /** A text of several lines. */
    void lines(String text, int least, int most, String field) {
        text(text, least, most, c -> Character.isISOControl(c) && c != '\n' && c != '\r', field);
    }

    private void text(String text, int least, int most, IntPredicate refused, String field) {
        int length = text.codePointCount(0, text.length());
        unless(length >= least && length <= most && text.equals(text.strip()), field, "length", least, most, length);
        text.chars()
                .filter(refused)
                .findFirst()
                .ifPresent(found -> add(field, "control", placeOf(found, text), "U+%04X".formatted(found)));
        text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Invisible.is(c))
                .findFirst()
                .ifPresent(found -> add(field, "invisible", placeOf(found, text), "U+%04X".formatted(found)));
        unless(!Utf8.isBroken(text) && Utf8.isNormal(text), field, "not-normal", text);
    }

    List<TermsRefused.Fault> list() {
        return List.copyOf(list);
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
