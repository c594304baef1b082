package org.shuangsuiji.console.portal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands round every page of the portal.
 *
 * @param otherLanguage the language that the switch leads to
 * @param otherLanguageHref this same page in that language
 */
public record PortalFrame(PortalSettings settings, String otherLanguage, String otherLanguageHref, ZoneId zone) {
    private static final double BYTES_PER_STEP = 1024;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** A moment as people of the office's zone say it. */
    public String moment(@Nullable Instant at) {
        return at == null ? "" : MOMENT.format(at.atZone(zone));
    }

    public String second(@Nullable Instant at) {
        return at == null ? "" : SECOND.format(at.atZone(zone));
    }

    /** How large a file is, with one figure behind the point at most. */
    public String size(long bytes) {
        double kilo = bytes / BYTES_PER_STEP;
        return kilo < BYTES_PER_STEP
                ? String.format(Locale.ROOT, "%.0f KB", Math.max(1, kilo))
                : String.format(Locale.ROOT, "%.1f MB", kilo / BYTES_PER_STEP);
    }

    public String day(@Nullable Instant at) {
        return at == null ? "" : at.atZone(zone).toLocalDate().toString();
    }
}
