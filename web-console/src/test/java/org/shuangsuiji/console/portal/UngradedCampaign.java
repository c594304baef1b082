package org.shuangsuiji.console.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.shuangsuiji.console.joining.FreezeCampaign;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.sampling.CampaignRate;
import org.shuangsuiji.sampling.CampaignSource;
import org.shuangsuiji.sampling.CampaignTerms;
import org.shuangsuiji.sampling.Campaigns;
import org.shuangsuiji.sampling.InspectorTerms;
import org.shuangsuiji.sampling.Inspectors;
import org.shuangsuiji.sampling.Item;
import org.shuangsuiji.sampling.ItemTerms;
import org.shuangsuiji.sampling.Items;
import org.shuangsuiji.sampling.SubjectKind;
import org.shuangsuiji.sampling.SubjectStatus;
import org.shuangsuiji.sampling.digest.Digest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A county of its own whose lists are closed without regard to grades: one enterprise in ten, two inspectors of three. */
final class UngradedCampaign {
    private static final int ONE_IN_TEN = 1000;
    private static final int INSPECTORS = 3;

    private final BeanFactory beans;
    private final Department county;
    private final String region;
    private final Clock clock;
    private final Actor planner;
    private final Actor reviewer;

    UngradedCampaign(BeanFactory beans, Department county, String region) {
        this.beans = beans;
        this.county = county;
        this.region = region;
        this.clock = beans.getBean(Clock.class);
        Scope scope = new Scope(county.path(), region);
        this.planner = new Actor("planner-" + region, "计划员", county.id(), scope);
        this.reviewer = new Actor("reviewer-" + region, "审核员", county.id(), scope);
    }

    Actor planner() {
        return planner;
    }

    Actor reviewer() {
        return reviewer;
    }

    /** Registers as many trading enterprises in the county, once. */
    UngradedCampaign of(int enterprises, JdbcClient owner) {
        owner.sql("""
                        insert into ingest.enterprise (credit_code, code_class, registered, name, search_grams, region,
                            subject_kind, status, address, flags, first_delivery_id, delivery_id, known_from,
                            content_hash)
                        select '91' || :region || 'MA5' || lpad(n::text, 7, '0'), 'OK', true, '企业' || n, '{}', :region,
                               'ENTERPRISE', 'ACTIVE', '某街' || n || '号', 0, 1, 1, now(), gen_random_uuid()
                        from generate_series(1, :enterprises) n on conflict do nothing""").param("region", region).param("enterprises", enterprises).update();
        return this;
    }

    /**
     * The campaign after its freeze.
     *
     * @param code what its item and inspectors are told apart by
     */
    long frozen(String code, String name, LocalDate ends, List<CampaignSource> sources) {
        LocalDate today = LocalDate.now(clock);
        long item = item(code, name);
        inspectors(code, today);
        long campaign = beans.getBean(Campaigns.class)
                .create(
                        new CampaignTerms(
                                name,
                                county.id(),
                                item,
                                today,
                                ends,
                                List.of(),
                                List.of(),
                                Set.of(SubjectStatus.ACTIVE),
                                Set.of(SubjectKind.ENTERPRISE),
                                null,
                                "本事项不涉及信用风险分类",
                                List.of(new CampaignRate(CampaignRate.ALL, ONE_IN_TEN, null, null)),
                                Digest.SHA_256,
                                2,
                                60,
                                1000,
                                1,
                                sources),
                        planner);
        beans.getBean(FreezeCampaign.class).freeze(campaign, null, null, planner);
        return campaign;
    }

    /** Sources speak when they are due, and no bypass makes them due. */
    void waitFor(Instant moment) throws InterruptedException {
        while (clock.instant().isBefore(moment)) {
            Thread.sleep(Math.max(1, Duration.between(clock.instant(), moment).toMillis()));
        }
    }

    private long item(String code, String name) {
        Items items = beans.getBean(Items.class);
        long item = items.create(
                new ItemTerms(
                        region + "-" + code,
                        county.id(),
                        name,
                        Item.Category.GENERAL,
                        "《企业信息公示暂行条例》第十四条",
                        Set.of(SubjectKind.ENTERPRISE),
                        Set.of(Item.Method.ON_SITE),
                        "",
                        List.of()),
                planner);
        items.publish(item, planner);
        return item;
    }

    private void inspectors(String code, LocalDate today) {
        for (int i = 1; i <= INSPECTORS; i++) {
            beans.getBean(Inspectors.class)
                    .create(
                            new InspectorTerms(
                                    code + i,
                                    "执法员" + i,
                                    county.id(),
                                    region + "00" + code + i,
                                    today.plusYears(2),
                                    List.of(),
                                    List.of("*"),
                                    true),
                            planner);
        }
    }
}
