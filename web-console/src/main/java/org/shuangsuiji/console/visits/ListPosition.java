package org.shuangsuiji.console.visits;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.publication.VisitLine;
import org.shuangsuiji.publication.Visits;

/** A place in a list of visits, as it stands in an address. */
public final class ListPosition {
    private static final Pattern POSITION = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}|none)\\.([0-9]{1,18})");

    private ListPosition() {}

    /** Where a list goes on; an address that was tampered with starts at the top. */
    public static Visits.@Nullable Position read(@Nullable String text) {
        Matcher match = POSITION.matcher(text == null ? "" : text);
        if (!match.matches()) {
            return null;
        }
        try {
            LocalDate day = match.group(1).equals("none") ? null : LocalDate.parse(match.group(1));
            return new Visits.Position(day, Long.parseLong(match.group(2)));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    public static String of(VisitLine line) {
        return (line.inspectedOn() == null ? "none" : line.inspectedOn().toString()) + "." + line.visitId();
    }
}
