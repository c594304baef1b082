package org.shuangsuiji.console.campaigns;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.sampling.CampaignSource;
import org.shuangsuiji.sampling.CampaignTerms;
import org.shuangsuiji.sampling.draw.SourceKind;
import org.springframework.format.annotation.DateTimeFormat;

/** Step 4: which chance will decide, and when it speaks. */
record SourcesForm(@Nullable List<@Valid Line> sources, int lockVersion) {
    /** How many sources the page offers; a draw rarely names more than three. */
    static final int LINES = 6;

    /**
     * One source; a line without a name is not used.
     *
     * @param format widths of the groups of digits, apart by blanks
     */
    record Line(
            @Nullable SourceKind kind,

            @Nullable String name,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
            LocalDateTime due,

            @Pattern(regexp = "\\s*([0-9]{1,3}(\\s+[0-9]{1,3})*)?\\s*", message = "{fault.source-format-text}")
            @Nullable
            String format,

            @Nullable String fallbackName,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
            LocalDateTime fallbackDue) {

        boolean used() {
            return !Words.stripped(name).isEmpty()
                    || !Words.stripped(fallbackName).isEmpty();
        }

        boolean complete() {
            return kind != null && due != null;
        }

        CampaignSource source(Clock clock) {
            String fallback = Words.stripped(fallbackName);
            return new CampaignSource(
                    Words.stripped(name),
                    requireNonNull(kind),
                    instant(requireNonNull(due), clock),
                    widths(),
                    fallback.isEmpty() ? null : fallback,
                    fallback.isEmpty() || fallbackDue == null ? null : instant(fallbackDue, clock));
        }

        private List<Integer> widths() {
            String text = Words.stripped(format);
            return text.isEmpty()
                    ? List.of()
                    : Arrays.stream(text.split("\\s+", -1))
                            .map(Integer::valueOf)
                            .toList();
        }

        private static Instant instant(LocalDateTime time, Clock clock) {
            return time.atZone(clock.getZone()).toInstant();
        }
    }

    static SourcesForm of(List<CampaignSource> sources, int lockVersion, Clock clock) {
        List<Line> lines = new ArrayList<>();
        for (CampaignSource source : sources) {
            Instant fallbackDue = source.fallbackDue();
            lines.add(new Line(
                    source.kind(),
                    source.name(),
                    LocalDateTime.ofInstant(source.due(), clock.getZone()),
                    String.join(
                            " ", source.format().stream().map(String::valueOf).toList()),
                    source.fallbackName(),
                    fallbackDue == null ? null : LocalDateTime.ofInstant(fallbackDue, clock.getZone())));
        }
        while (lines.size() < LINES) {
            lines.add(new Line(null, null, null, null, null, null));
        }
        return new SourcesForm(lines, lockVersion);
    }

    public List<Line> lines() {
        return sources == null ? List.of() : sources;
    }

    /** The fields to complain about: a source with a name needs its kind and its time. */
    List<String> incomplete() {
        return IntStream.range(0, lines().size())
                .filter(i -> lines().get(i).used() && !lines().get(i).complete())
                .mapToObj("sources[%d].due"::formatted)
                .toList();
    }

    CampaignTerms terms(CampaignTerms former, Clock clock) {
        return former.withSources(lines().stream()
                .filter(Line::used)
                .map(line -> line.source(clock))
                .toList());
    }

    /** The field of the form for a field of the terms, which count used lines only. */
    String nameOf(String field) {
        if (!field.startsWith("sources[")) {
            return field;
        }
        int wanted = Integer.parseInt(field.substring("sources[".length(), field.indexOf(']')));
        int used = 0;
        for (int i = 0; i < lines().size(); i++) {
            if (lines().get(i).used() && used++ == wanted) {
                return "sources[%d]%s".formatted(i, field.substring(field.indexOf(']') + 1));
            }
        }
        return field;
    }
}
