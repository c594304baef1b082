package org.shuangsuiji.sampling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Region;
import org.shuangsuiji.model.RowContent;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.draw.SourceKind;
import org.shuangsuiji.sampling.draw.SourceOrder;

/**
 * What an office decides about a campaign before its lists are frozen.
 *
 * @param regions prefixes of regions; empty: all of the department's region
 * @param sections industry sections A to T; empty: all
 * @param statuses registration statuses that may be drawn; others leave the frame with that reason
 * @param gradeModelId the model whose ranks make the strata; null: one stratum for all, with a reason
 * @param rates one for each rank, or the single one for all
 * @param team persons per visit, the lead among them
 * @param cap most visits one inspector may get
 * @param reserveRatio reserves per drawn unit in basis points
 * @param takeFloor least number drawn from a stratum that is not empty and has a ratio
 * @param sources may be empty while the campaign is planned; the freeze asks for them
 */
public record CampaignTerms(
        String name,
        long departmentId,
        long itemId,
        LocalDate starts,
        LocalDate ends,
        List<String> regions,
        List<String> sections,
        Set<SubjectStatus> statuses,
        Set<SubjectKind> subjectKinds,
        @Nullable Long gradeModelId,
        @Nullable String ungradedReason,
        List<CampaignRate> rates,
        Digest digest,
        int team,
        int cap,
        int reserveRatio,
        int takeFloor,
        List<CampaignSource> sources) {
    private static final int TEAM_MIN = 2;
    private static final int TEAM_MAX = 9;
    private static final int USUAL_CAP = 60;
    private static final int USUAL_RESERVE = 1000;
    private static final int PERSONS_PER_CAP_MAX = 10_000;
    private static final int MONTHS_MAX = 120;
    private static final int RANKS = 4;
    private static final int WIDTH_MAX = 128;
    private static final Pattern REGION_PREFIX = Pattern.compile("[0-9]{2,12}");
    private static final Pattern SECTION = Pattern.compile("[A-T]");

    public CampaignTerms {
        regions = regions.stream().map(Region::prefixOf).distinct().sorted().toList();
        sections = List.copyOf(new TreeSet<>(sections));
        statuses = Set.copyOf(statuses);
        subjectKinds = Set.copyOf(subjectKinds);
        rates = rates.stream()
                .sorted((left, right) -> Short.compare(left.rank(), right.rank()))
                .toList();
        sources = List.copyOf(sources);
    }

    /** This scope, and for the rest what an office usually starts from: a proposal that every step can change. */
    public static CampaignTerms usual(
            String name,
            long departmentId,
            long itemId,
            LocalDate starts,
            LocalDate ends,
            List<String> regions,
            List<String> sections,
            Set<SubjectStatus> statuses,
            Set<SubjectKind> subjectKinds,
            @Nullable Long gradeModelId,
            @Nullable String ungradedReason) {
        return new CampaignTerms(
                name,
                departmentId,
                itemId,
                starts,
                ends,
                regions,
                sections,
                statuses,
                subjectKinds,
                gradeModelId,
                ungradedReason,
                CampaignRate.usual(gradeModelId != null),
                Digest.SHA_256,
                TEAM_MIN,
                USUAL_CAP,
                USUAL_RESERVE,
                1,
                List.of());
    }

    /** These terms with another scope; rates stay unless strata are other ones now. */
    public CampaignTerms withScope(CampaignTerms scope) {
        return new CampaignTerms(
                scope.name,
                scope.departmentId,
                scope.itemId,
                scope.starts,
                scope.ends,
                scope.regions,
                scope.sections,
                scope.statuses,
                scope.subjectKinds,
                scope.gradeModelId,
                scope.ungradedReason,
                scope.graded() == graded() ? rates : scope.rates,
                digest,
                team,
                cap,
                reserveRatio,
                takeFloor,
                sources);
    }

    public CampaignTerms withItem(long newItemId) {
        return withScope(usual(
                name,
                departmentId,
                newItemId,
                starts,
                ends,
                regions,
                sections,
                statuses,
                subjectKinds,
                gradeModelId,
                ungradedReason));
    }

    public CampaignTerms withRates(
            List<CampaignRate> newRates,
            int newTeam,
            int newCap,
            int newReserveRatio,
            int newTakeFloor,
            Digest newDigest) {
        return new CampaignTerms(
                name,
                departmentId,
                itemId,
                starts,
                ends,
                regions,
                sections,
                statuses,
                subjectKinds,
                gradeModelId,
                ungradedReason,
                newRates,
                newDigest,
                newTeam,
                newCap,
                newReserveRatio,
                newTakeFloor,
                sources);
    }

    public CampaignTerms withSources(List<CampaignSource> newSources) {
        return new CampaignTerms(
                name,
                departmentId,
                itemId,
                starts,
                ends,
                regions,
                sections,
                statuses,
                subjectKinds,
                gradeModelId,
                ungradedReason,
                rates,
                digest,
                team,
                cap,
                reserveRatio,
                takeFloor,
                newSources);
    }

    /** Whether strata tell grades, so that the draw has to be sealed (DR-1 §1, 6). */
    public boolean graded() {
        return gradeModelId != null;
    }

    /** Whether it begins late: before this day, on which its lists would be frozen. */
    public boolean startsBefore(LocalDate today) {
        return starts.isBefore(today);
    }

    /** Whether it lasts longer than the twelve months of the annual plan (年度计划) that a list is drawn for. */
    public boolean outlastsTheYear() {
        return !ends.isBefore(starts.plusYears(1));
    }

    /**
     * When the last source or stand-in speaks, where that is a day after the last visit: nobody could still be visited.
     */
    public Optional<Instant> drawnTooLate(ZoneId zone) {
        Instant over = ends.plusDays(1).atStartOfDay(zone).toInstant();
        return sources.stream()
                .map(CampaignSource::lastDue)
                .max(Instant::compareTo)
                .filter(last -> !last.isBefore(over));
    }

    /** What the ledger binds of them: rates in percent, and how often as visits in months, each by its rank. */
    RowContent row() {
        return RowContent.empty()
                .told("name", name)
                .told("department", departmentId)
                .told("item", itemId)
                .told("starts", starts)
                .told("ends", ends)
                .told("regions", regions)
                .told("sections", sections)
                .told("statuses", statuses)
                .told("subjectKinds", subjectKinds)
                .told("model", gradeModelId)
                .bound("ungradedReason", ungradedReason)
                .told("rates", of(rates, rate -> rate.rank() + ": " + rate.percent() + "%"))
                .told("frequencies", of(rates, rate -> rate.rank() + ": " + rate.frequency()))
                .told("algorithm", digest.label())
                .told("team", team)
                .told("cap", cap)
                .told("reserve", Percent.ofBasisPoints(reserveRatio) + "%")
                .told("takeFloor", takeFloor)
                .told("sources", of(sources, CampaignSource::name))
                .told("sourceKinds", of(sources, CampaignSource::kind))
                .told("sourceDues", of(sources, CampaignSource::due))
                .told("sourceFormats", of(sources, source -> widths(source.format())))
                .told("fallbacks", of(sources, CampaignSource::fallbackName))
                .told("fallbackDues", of(sources, CampaignSource::fallbackDue));
    }

    private static <T> List<@Nullable Object> of(List<T> parts, Function<T, @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>();
        parts.forEach(part -> values.add(value.apply(part)));
        return values;
    }

    private static String widths(List<Integer> format) {
        return format.stream().map(String::valueOf).collect(Collectors.joining("+"));
    }

    /** Everything wrong with these terms by themselves. */
    TermFaults faults(Department department, Item item) {
        TermFaults faults = new TermFaults();
        faults.name(name, 2, 120, "name");
        faults.unless(!ends.isBefore(starts), "ends", "ends-before-starts", starts, ends);
        checkScope(department, item, faults);
        checkRates(faults);
        faults.unless(team >= TEAM_MIN && team <= TEAM_MAX, "team", "range", TEAM_MIN, TEAM_MAX, team);
        faults.unless(cap >= 1 && cap <= PERSONS_PER_CAP_MAX, "cap", "range", 1, PERSONS_PER_CAP_MAX, cap);
        faults.unless(reserveRatio >= 0 && reserveRatio <= CampaignRate.WHOLE, "reserveRatio", "percent", reserveRatio);
        faults.unless(takeFloor >= 1, "takeFloor", "at-least", 1, takeFloor);
        checkSources(faults);
        return faults;
    }

    private void checkScope(Department department, Item item, TermFaults faults) {
        faults.unless(
                item.state() == Item.State.PUBLISHED,
                "itemId",
                item.state() == Item.State.SUPERSEDED ? "item-superseded" : "item-not-published",
                item.code(),
                item.revision());
        String own = department.region().prefix();
        for (String region : regions) {
            if (!REGION_PREFIX.matcher(region).matches()) {
                faults.add("regions", "region-prefix", region);
            } else {
                faults.unless(region.startsWith(own), "regions", "region-outside", region, own);
            }
        }
        for (String section : sections) {
            faults.unless(SECTION.matcher(section).matches(), "sections", "section", section);
        }
        faults.unless(!statuses.isEmpty(), "statuses", "choose-one");
        faults.unless(!subjectKinds.isEmpty(), "subjectKinds", "choose-one");
        for (SubjectKind kind : new TreeSet<>(subjectKinds)) {
            faults.unless(item.subjectKinds().contains(kind), "subjectKinds", "kind-not-of-item", kind, item.code());
        }
        faults.unless(
                graded() || (ungradedReason != null && !ungradedReason.isBlank()), "ungradedReason", "ungraded-reason");
    }

    private void checkRates(TermFaults faults) {
        List<Integer> wanted = graded() ? List.of(1, 2, 3, RANKS) : List.of((int) CampaignRate.ALL);
        List<Integer> found = rates.stream().map(rate -> (int) rate.rank()).toList();
        faults.unless(found.equals(wanted), "rates", "rates-of-ranks", wanted, found);
        for (CampaignRate rate : rates) {
            String field = "rates[%d].".formatted(rate.rank());
            faults.unless(
                    rate.ratio() >= 0 && rate.ratio() <= CampaignRate.WHOLE, field + "ratio", "percent", rate.ratio());
            Integer most = rate.mostVisits();
            Integer months = rate.months();
            if ((most == null) != (months == null)) {
                faults.add(field + "months", "frequency-half");
            } else if (most != null && months != null) {
                faults.unless(most >= 1, field + "mostVisits", "at-least", 1, most);
                faults.unless(months >= 1 && months <= MONTHS_MAX, field + "months", "range", 1, MONTHS_MAX, months);
            }
        }
        faults.unless(
                rates.isEmpty() || rates.stream().anyMatch(rate -> rate.ratio() > 0), "rates", "rates-all-nothing");
    }

    /** DR-1 §3 and §5, told field by field; {@link SourceOrder} has the last word when the lists are frozen. */
    private void checkSources(TermFaults faults) {
        Set<String> names = new HashSet<>();
        Instant before = Instant.MIN;
        for (int i = 0; i < sources.size(); i++) {
            CampaignSource source = sources.get(i);
            String field = "sources[%d].".formatted(i);
            checkName(source.name(), field + "name", names, faults);
            checkDue(source.due(), field + "due", faults);
            faults.unless(!source.due().isBefore(before), field + "due", "source-order", source.name());
            before = source.due();
            faults.unless(
                    !source.format().isEmpty()
                            && source.format().stream().allMatch(width -> width >= 1 && width <= WIDTH_MAX),
                    field + "format",
                    "source-widths",
                    source.name());
            checkFallback(source, field, names, faults);
        }
        if (!sources.isEmpty()) {
            checkWhoSpeaksLast(faults);
        }
    }

    private static void checkFallback(CampaignSource source, String field, Set<String> names, TermFaults faults) {
        String name = source.fallbackName();
        Instant due = source.fallbackDue();
        if (source.kind().isPublic()) {
            if (name == null || due == null) {
                faults.add(field + "fallbackName", "fallback-missing", source.name());
                return;
            }
            checkName(name, field + "fallbackName", names, faults);
            checkDue(due, field + "fallbackDue", faults);
            faults.unless(due.isAfter(source.due()), field + "fallbackDue", "fallback-early", name);
        } else {
            faults.unless(name == null && due == null, field + "fallbackName", "fallback-person", source.name());
        }
    }

    private void checkWhoSpeaksLast(TermFaults faults) {
        int last = sources.size() - 1;
        CampaignSource speaker = sources.get(last);
        faults.unless(speaker.kind().isPublic(), "sources[%d].kind".formatted(last), "source-last", speaker.name());
        Instant people = sources.stream()
                .filter(source -> !source.kind().isPublic())
                .map(CampaignSource::due)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        List<SourceKind> after = new ArrayList<>();
        for (CampaignSource source : sources) {
            if (source.kind().isPublic() && source.due().isAfter(people)) {
                after.add(source.kind());
            }
        }
        faults.unless(after.size() >= 2 || after.contains(SourceKind.BEACON), "sources", "source-two-public");
    }

    private static void checkName(String name, String field, Set<String> names, TermFaults faults) {
        faults.name(name, 1, 120, field);
        faults.unless(name.indexOf('=') < 0, field, "source-name", name);
        faults.unless(names.add(name), field, "source-repeated", name);
    }

    private static void checkDue(Instant due, String field, TermFaults faults) {
        faults.unless(due.equals(due.truncatedTo(ChronoUnit.SECONDS)), field, "whole-second");
    }
}
