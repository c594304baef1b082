package org.shuangsuiji.console.campaigns;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.sampling.CampaignSource;
import org.shuangsuiji.sampling.CampaignTerms;
import org.shuangsuiji.sampling.UsualSources;
import org.shuangsuiji.sampling.draw.SourceKind;
import org.springframework.format.annotation.DateTimeFormat;

/** Step 4: which chance will decide, and when it speaks. */
record SourcesForm(@Nullable List<@Valid Line> sources, int lockVersion) {
    /** How many sources the page offers; a draw rarely names more than three. */
    static final int LINES = 6;

    /** The page has all its lines again, also where fewer came. */
    SourcesForm {
        List<Line> all = new ArrayList<>(sources == null ? List.of() : sources);
        while (all.size() < LINES) {
            all.add(Line.EMPTY);
        }
        sources = all;
    }

    /**
     * One source.
     *
     * @param format widths of the groups of digits, apart by blanks
     * @param leftOut whether it is taken off the list on purpose, whatever else stands in the line
     * @param offered what stood in the line when the page offered it to be named; nothing for any other line
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
            LocalDateTime fallbackDue,

            @Nullable Boolean leftOut,

            @Nullable String offered) {
        private static final Line EMPTY = new Line(null, null, null, null, null, null, null, null);

        static Line of(CampaignSource source, Clock clock) {
            Instant fallbackDue = source.fallbackDue();
            return new Line(
                    source.kind(),
                    source.name(),
                    LocalDateTime.ofInstant(source.due(), clock.getZone()),
                    String.join(
                            " ", source.format().stream().map(String::valueOf).toList()),
                    source.fallbackName(),
                    fallbackDue == null ? null : LocalDateTime.ofInstant(fallbackDue, clock.getZone()),
                    null,
                    null);
        }

        Line offeredAsItStands() {
            return new Line(kind, name, due, format, fallbackName, fallbackDue, null, written());
        }

        /** All that a person writes into the line. */
        private String written() {
            return Stream.of(kind, name, due, format, fallbackName, fallbackDue)
                    .map(field -> field == null ? "" : field.toString().strip())
                    .collect(Collectors.joining("|"));
        }

        boolean named() {
            return !Words.stripped(name).isEmpty();
        }

        boolean untouched() {
            return written().equals(offered);
        }

        public boolean isEmpty() {
            return written().equals(EMPTY.written());
        }

        boolean isLeftOut() {
            return Boolean.TRUE.equals(leftOut);
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

    /** What a campaign without sources begins with: lines to be named, or left as they are. */
    static SourcesForm usual(Instant earliest, int lockVersion, Clock clock) {
        return new SourcesForm(
                filledUp(UsualSources.after(earliest).stream()
                        .map(source -> Line.of(source, clock).offeredAsItStands())
                        .toList()),
                lockVersion);
    }

    static SourcesForm of(List<CampaignSource> sources, int lockVersion, Clock clock) {
        return new SourcesForm(
                filledUp(sources.stream().map(source -> Line.of(source, clock)).toList()), lockVersion);
    }

    private static List<Line> filledUp(List<Line> sources) {
        List<Line> lines = new ArrayList<>(sources);
        while (lines.size() < LINES) {
            lines.add(Line.EMPTY);
        }
        return lines;
    }

    public List<Line> lines() {
        return sources == null ? List.of() : sources;
    }

    /**
     * The fields to complain about, none of them filled in, each with its fault. A line in which somebody wrote never goes unsaid: it has a
     * name, or was left out on purpose, or stands as the page offered it.
     */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        for (int i = 0; i < lines().size(); i++) {
            Line line = lines().get(i);
            if (line.isLeftOut() || line.isEmpty() || line.untouched()) {
                continue;
            }
            if (!line.named()) {
                faults.put("sources[%d].name".formatted(i), "fault.source-unnamed");
            }
            if (!line.complete()) {
                faults.put(
                        "sources[%d].%s".formatted(i, line.due() == null ? "due" : "kind"), "fault.source-incomplete");
            }
        }
        return faults;
    }

    /** The terms with these sources, once there are no {@linkplain #faults faults}. */
    CampaignTerms terms(CampaignTerms former, Clock clock) {
        return former.withSources(used().map(i -> lines().get(i).source(clock)).toList());
    }

    private Stream<Integer> used() {
        return IntStream.range(0, lines().size())
                .filter(i -> lines().get(i).named() && !lines().get(i).isLeftOut())
                .boxed();
    }

    /** The field of the form for a field of the terms, which count used lines only. */
    String nameOf(String field) {
        if (!field.startsWith("sources[")) {
            return field;
        }
        int wanted = Integer.parseInt(field.substring("sources[".length(), field.indexOf(']')));
        return used().skip(wanted)
                .findFirst()
                .map(i -> "sources[%d]%s".formatted(i, field.substring(field.indexOf(']') + 1)))
                .orElse(field);
    }
}
