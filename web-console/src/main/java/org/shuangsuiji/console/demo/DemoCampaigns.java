package org.shuangsuiji.console.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.sampling.CampaignRate;
import org.shuangsuiji.sampling.CampaignSource;
import org.shuangsuiji.sampling.CampaignTerms;
import org.shuangsuiji.sampling.SubjectKind;
import org.shuangsuiji.sampling.SubjectStatus;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.draw.SourceKind;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The terms of the demo's campaigns. */
@Component
@Profile(DemoProfile.NAME)
class DemoCampaigns {
    static final int DICE = 6;
    static final List<Integer> LOTTERY_WIDTHS = List.of(2, 2, 2, 2, 2, 2, 2);
    static final int BEACON_BYTES = 32;

    private static final List<CampaignRate> RATES = List.of(
            new CampaignRate((short) 1, 200, 1, 12),
            new CampaignRate((short) 2, 500, 1, 12),
            new CampaignRate((short) 3, 1_500, 2, 12),
            new CampaignRate((short) 4, 4_000, null, null));

    private final Clock clock;

    DemoCampaigns(Clock clock) {
        this.clock = clock;
    }

    /** The one that is drawn at the first start; its sources fall due seconds after its commitment. */
    CampaignTerms catering(long itemId, long modelId, Duration lead, Actor planner) {
        LocalDate today = LocalDate.now(clock);
        Instant first = clock.instant().plus(lead).truncatedTo(ChronoUnit.SECONDS);
        return terms(
                "%d年餐饮住宿业食品安全双随机抽查（演示）".formatted(today.getYear()),
                itemId,
                planner,
                today,
                List.of("H"),
                Set.of(SubjectKind.ENTERPRISE, SubjectKind.INDIVIDUAL),
                modelId,
                RATES,
                sources(first, Duration.ofSeconds(1), today.toString()));
    }

    /** One that can be frozen as it stands; its sources speak a week from now, unless the visitor changes them. */
    CampaignTerms information(long itemId, long modelId, Actor planner) {
        LocalDate today = LocalDate.now(clock);
        Instant first = clock.instant().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.HOURS);
        return terms(
                "%d年企业公示信息双随机抽查（演示）".formatted(today.getYear()),
                itemId,
                planner,
                today,
                List.of(),
                Set.of(SubjectKind.ENTERPRISE, SubjectKind.COOPERATIVE),
                modelId,
                List.of(
                        new CampaignRate((short) 1, 100, 1, 36),
                        new CampaignRate((short) 2, 300, 1, 12),
                        new CampaignRate((short) 3, 1_000, 2, 12),
                        new CampaignRate((short) 4, 3_000, null, null)),
                sources(first, Duration.ofHours(1), today.plusDays(7).toString()));
    }

    /** The other department's, without grades and still without sources. */
    CampaignTerms building(long itemId, Actor planner) {
        LocalDate today = LocalDate.now(clock);
        return terms(
                "%d年建筑市场双随机抽查（演示）".formatted(today.getYear()),
                itemId,
                planner,
                today,
                List.of("E"),
                Set.of(SubjectKind.ENTERPRISE),
                null,
                List.of(new CampaignRate(CampaignRate.ALL, 300, 1, 12)),
                List.of());
    }

    private static CampaignTerms terms(
            String name,
            long itemId,
            Actor planner,
            LocalDate today,
            List<String> sections,
            Set<SubjectKind> kinds,
            @Nullable Long modelId,
            List<CampaignRate> rates,
            List<CampaignSource> sources) {
        return new CampaignTerms(
                name,
                planner.departmentId(),
                itemId,
                today,
                today.plusMonths(2),
                List.of(),
                sections,
                Set.of(SubjectStatus.ACTIVE),
                kinds,
                modelId,
                modelId == null ? "本事项不涉及信用风险分类" : null,
                rates,
                Digest.SHA_256,
                2,
                40,
                2_000,
                1,
                sources);
    }

    /** What people throw comes first, what nobody in the room can know comes last (DR-1 §5). */
    private static List<CampaignSource> sources(Instant first, Duration step, String issue) {
        Instant fallback = first.plus(Duration.ofHours(1));
        return List.of(
                new CampaignSource(
                        "演示骰子 " + issue, SourceKind.DICE, first, java.util.Collections.nCopies(DICE, 1), null, null),
                new CampaignSource(
                        "演示彩票 " + issue,
                        SourceKind.LOTTERY,
                        first.plus(step),
                        LOTTERY_WIDTHS,
                        "演示备用彩票 " + issue,
                        fallback.plus(step)),
                new CampaignSource(
                        "演示信标 " + issue,
                        SourceKind.BEACON,
                        first.plus(step.multipliedBy(2)),
                        List.of(BEACON_BYTES * 2),
                        "演示备用信标 " + issue,
                        fallback.plus(step.multipliedBy(2))));
    }
}
