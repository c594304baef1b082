package org.shuangsuiji.sampling.draw;

import java.util.List;
import java.util.Optional;
import org.shuangsuiji.sampling.canonical.Utf8;

/** What DR-1 §2 asks of names, ids and lists; each answer is the fault, if there is one. */
final class Texts {
    private Texts() {}

    /** Checks a name or an id. */
    static Optional<String> faultOfName(String text) {
        if (text.isEmpty()) {
            return Optional.of("is empty");
        }
        if (Utf8.isBroken(text)) {
            return Optional.of("holds half a surrogate pair");
        }
        if (holdsControl(text)) {
            return Optional.of("holds a control character");
        }
        return Utf8.isNormal(text) ? Optional.empty() : Optional.of("is not in Unicode normal form C");
    }

    /** Checks a list of names that is sorted, without repetition; a comma would split a name in two. */
    static Optional<String> faultOfList(List<String> names) {
        String before = "";
        for (String name : names) {
            Optional<String> fault = name.indexOf(',') >= 0 ? Optional.of("holds a comma") : faultOfName(name);
            if (fault.isPresent()) {
                return Optional.of("element '%s' %s".formatted(name, fault.get()));
            }
            if (Utf8.ORDER.compare(before, name) >= 0) {
                return Optional.of("element '%s' is repeated or out of order".formatted(name));
            }
            before = name;
        }
        return Optional.empty();
    }

    static boolean holdsControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Refuses a name that is not one; {@code what} begins the message. */
    static void requireName(String what, String text) {
        faultOfName(text).ifPresent(fault -> {
            throw new IllegalArgumentException("%s '%s' %s".formatted(what, text, fault));
        });
    }

    static void requireList(String what, List<String> names) {
        faultOfList(names).ifPresent(fault -> {
            throw new IllegalArgumentException("%s: %s".formatted(what, fault));
        });
    }
}
