package org.shuangsuiji.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.TermsRefused;
import org.shuangsuiji.model.Who;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What closing the lists asks for, and what it leaves behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreezeDatabaseTests {
    private SamplingOffice office;
    private long item;

    @BeforeAll
    void open() {
        office = new SamplingOffice();
        office.enterprises(1, 60);
        office.enterprises(2, 20);
        office.enterprises(3, 10);
        office.enterprises(4, 4);
        office.inspectors(office.market, 5, "登记");
        item = office.item();
    }

    @BeforeEach
    void monday() {
        office.at(SamplingOffice.MONDAY);
    }

    @AfterAll
    void close() {
        office.close();
    }

    private long campaign(CampaignTerms terms) {
        return office.the(Campaigns.class).create(terms, office.planner);
    }

    private FreezeFrame.Frozen freeze(long campaign) {
        return office.freeze(campaign, SamplingOffice.FURTHER, office.planner);
    }

    @Test
    void aCommitmentStandsFor24HoursBeforeItsFirstSource() {
        var due = SamplingOffice.MONDAY.plus(Duration.ofHours(24));
        long tooLate = campaign(Terms.of(office.terms(item))
                .sources(SamplingOffice.sources(due.minusSeconds(1)))
                .build());
        Refused.by("notice-too-short", () -> freeze(tooLate));
        assertThat(office.the(Campaigns.class)
                        .get(tooLate, office.planner.scope())
                        .state())
                .as("nothing half done")
                .isEqualTo(Campaign.State.PLANNED);
        long inTime = campaign(Terms.of(office.terms(item))
                .sources(SamplingOffice.sources(due))
                .build());
        assertThat(freeze(inTime).commitment()).hasSize(64);
    }

    @Test
    void bodiesOfOneShortNameCountTogetherWithinTheirOfficeAndApartFromAnother() {
        try (SamplingOffice alike = new SamplingOffice()) {
            alike.owner().sql("update office.department set short_name = '霍市监'").update();
            Departments departments = alike.the(Departments.class);
            var scope = alike.auditor.scope();
            var market = departments.require(alike.market, scope);
            var station = departments.require(alike.station, scope);
            var housing = departments.require(alike.housing, scope);
            assertThat(departments.nextNumber(market, 2026)).isEqualTo("霍市监抽查〔2026〕1号");
            assertThat(departments.nextNumber(station, 2026))
                    .as("a station stands in the chain of its office")
                    .isEqualTo("霍市监抽查〔2026〕2号");
            assertThat(departments.nextNumber(housing, 2026))
                    .as("another office of the same short name")
                    .isEqualTo("霍市监抽查〔2026〕1号");
            assertThat(departments.nextNumber(market, 2026)).isEqualTo("霍市监抽查〔2026〕3号");
        }
    }

    @Test
    void anEndedDrawIsPlannedAnewOnce() {
        CampaignTerms terms = office.terms(item);
        long campaign = campaign(terms);
        freeze(campaign);
        office.the(AbandonDraw.class).abandon(campaign, "名单口径有误", office.planner);
        Campaigns campaigns = office.the(Campaigns.class);
        long second = campaigns.again(campaign, "名单口径有误", office.planner);
        assertThat(Refused.by("campaign-succeeded", () -> campaigns.again(campaign, "名单口径有误", office.planner))
                        .arguments())
                .contains(campaigns.get(second, office.planner.scope()).number());
        campaigns.cancel(second, "口径还要再核对", office.planner);
        assertThat(campaigns.again(campaign, "名单口径有误", office.planner))
                .as("a cancelled one counts no more")
                .isGreaterThan(second);
    }

    @Test
    void anEndedDrawIsPlannedAnewByTheRevisionOfItsItemThatIsInForce() {
        long first = office.item("登记");
        long campaign = campaign(office.terms(first));
        freeze(campaign);
        office.the(AbandonDraw.class).abandon(campaign, "名单口径有误", office.planner);
        long second = office.revised(first, Set.of(SubjectKind.ENTERPRISE));
        long anew = office.the(Campaigns.class).again(campaign, "名单口径有误", office.planner);
        assertThat(terms(anew)).isEqualTo(terms(campaign).withItem(second).withSources(List.of()));
        assertThat(unfit(anew)).isEmpty();
    }

    @Test
    void anEndedDrawIsPlannedAnewThoughItsTermsFitNoMoreAndThePlannerIsToldWhich() {
        long first = office.item("登记");
        long campaign = campaign(office.terms(first));
        freeze(campaign);
        office.the(AbandonDraw.class).abandon(campaign, "名单口径有误", office.planner);
        long second = office.revised(first, Set.of(SubjectKind.INDIVIDUAL));
        Campaigns campaigns = office.the(Campaigns.class);
        long anew = campaigns.again(campaign, "名单口径有误", office.planner);
        assertThat(terms(anew).itemId()).isEqualTo(second);
        assertThat(unfit(anew)).containsExactly(tuple("subjectKinds", "kind-not-of-item"));
        campaigns.cancel(anew, "等清单改好", office.planner);

        office.the(Items.class).withdraw(second, "依据已废止", office.planner);
        long withoutItem = campaigns.again(campaign, "名单口径有误", office.planner);
        assertThat(terms(withoutItem).itemId()).isEqualTo(first);
        assertThat(unfit(withoutItem)).containsExactly(tuple("itemId", "item-superseded"));
    }

    @Test
    void aPlanWhoseItemWasRevisedOrLeftTheListIsToldApartAndNeitherCountedNorFrozen() {
        long first = office.item("登记");
        long campaign = campaign(office.terms(first));
        assertThat(unfit(campaign)).isEmpty();
        long second = office.revised(first, Set.of(SubjectKind.ENTERPRISE));
        assertThat(unfit(campaign)).containsExactly(tuple("itemId", "item-superseded"));
        Campaigns campaigns = office.the(Campaigns.class);
        Refused.by("terms", () -> campaigns.preview(terms(campaign), office.planner));
        Refused.by("terms", () -> freeze(campaign));

        int lock = campaigns.get(campaign, office.planner.scope()).lockVersion();
        campaigns.change(campaign, lock, terms(campaign).withItem(second), office.planner);
        assertThat(unfit(campaign)).isEmpty();
        office.the(Items.class).withdraw(second, "依据已废止", office.planner);
        assertThat(unfit(campaign)).containsExactly(tuple("itemId", "item-not-published"));
    }

    private CampaignTerms terms(long campaign) {
        return office.the(Campaigns.class).get(campaign, office.planner.scope()).terms();
    }

    private List<Tuple> unfit(long campaign) {
        return office.the(Campaigns.class).unfit(campaign, office.planner).stream()
                .map(fault -> tuple(fault.field(), fault.code()))
                .toList();
    }

    @Test
    void aSourceThatNoRuleCanNameIsRefusedAtItsFieldLongBeforeTheFreeze() {
        List<CampaignSource> sources =
                new ArrayList<>(SamplingOffice.sources(SamplingOffice.MONDAY.plus(Duration.ofHours(25))));
        CampaignSource dice = sources.get(0);
        sources.set(0, new CampaignSource("cafe\u0301", dice.kind(), dice.due(), dice.format(), null, null));
        CampaignTerms terms = Terms.of(office.terms(item)).sources(sources).build();
        assertThat(((TermsRefused) Refused.by("terms", () -> campaign(terms))).faults())
                .containsExactly(new TermsRefused.Fault("sources[0].name", "not-normal", List.of("cafe\u0301")));
    }

    @Test
    void aReasonThatTheRuleOfTheNextDrawCannotRepeatIsRefused() {
        CampaignTerms terms = office.terms(item);
        long campaign = campaign(terms);
        freeze(campaign);
        office.the(AbandonDraw.class).abandon(campaign, "名单口径有误", office.planner);
        Refused.by("reason-not-normal", () -> office.the(Campaigns.class)
                .again(campaign, "漏列 Cafe\u0301 一户", office.planner));
    }

    @Test
    void noListIsClosedBeforeTheVersionInForceHasGradedEverybody() {
        try (SamplingOffice moving = new SamplingOffice()) {
            moving.enterprises(1, 60);
            moving.inspectors(moving.market, 5, "登记");
            long campaign = moving.the(Campaigns.class).create(moving.terms(moving.item()), moving.planner);
            long version = moving.activateSecondVersion();
            assertThat(Refused.by(
                                    "grades-not-made",
                                    () -> moving.freeze(campaign, SamplingOffice.FURTHER, moving.planner))
                            .arguments())
                    .containsExactly("通用型", 2, "General");
            moving.graded(moving.model, version, "2026-11-23");
            moving.freeze(campaign, SamplingOffice.FURTHER, moving.planner);
            assertThat(moving.the(Campaigns.class)
                            .get(campaign, moving.planner.scope())
                            .gradeAsOf())
                    .contains(LocalDate.of(2026, 11, 23));
        }
    }

    @Test
    void gradesThatLapseOfTimeMayHaveChangedAreNamedAsOfTheirOwnDay() {
        try (SamplingOffice late = new SamplingOffice()) {
            late.enterprises(1, 60);
            late.inspectors(late.market, 5, "登记");
            long item = late.item();
            late.owner()
                    .sql("update risk.assessment set next_change = '2026-11-24'")
                    .update();
            assertThat(asOfFreeze(late, item)).as("changes tomorrow").isEqualTo(LocalDate.of(2026, 11, 23));
            late.owner()
                    .sql("update risk.assessment set next_change = '2026-11-23'")
                    .update();
            assertThat(asOfFreeze(late, item))
                    .as("the nightly run is still to come")
                    .isEqualTo(LocalDate.of(2026, 11, 22));
        }
    }

    private static LocalDate asOfFreeze(SamplingOffice office, long item) {
        long campaign = office.the(Campaigns.class).create(office.terms(item), office.planner);
        office.freeze(campaign, SamplingOffice.FURTHER, office.planner);
        return office.the(Campaigns.class)
                .get(campaign, office.planner.scope())
                .gradeAsOf()
                .orElseThrow();
    }

    @Test
    void whatWasEditedSinceThePageWasOpenedIsNotFrozen() {
        long campaign = campaign(office.terms(item));
        int seen = version(campaign);
        edit(campaign);
        Refused.by("freeze-edited", () -> office.the(FreezeFrame.class)
                .freeze(campaign, seen, SamplingOffice.FURTHER, office.planner));
        office.the(FreezeFrame.class).freeze(campaign, version(campaign), SamplingOffice.FURTHER, office.planner);
    }

    @Test
    void whatIsEditedWhileTheFreezeWaitsForAnotherIsNotFrozen() throws Exception {
        long untouched = campaign(office.terms(item));
        assertThat(freezeBehindAnother(untouched, () -> {}).get().take()).isEqualTo(5);
        long edited = campaign(office.terms(item));
        assertThatThrownBy(freezeBehindAnother(edited, () -> edit(edited))::get)
                .cause()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("freeze-edited"));
        assertThat(freeze(edited).take()).as("as it is now").isEqualTo(5);
    }

    /** Freezes while somebody else closes a list of the region, and does something before that ends. */
    private Future<FreezeFrame.Frozen> freezeBehindAnother(long campaign, Runnable meanwhile) {
        var departments = office.the(Departments.class);
        var market = departments.require(office.market, office.planner.scope());
        var pool = Executors.newSingleThreadExecutor();
        var transactions = new TransactionTemplate(office.the(PlatformTransactionManager.class));
        Future<FreezeFrame.Frozen> freeze = transactions.execute(other -> {
            office.the(DrawBook.class).lockChain(departments.officeOf(market));
            Future<FreezeFrame.Frozen> waiting = pool.submit(() -> freeze(campaign));
            while (waits() == 0) {
                Thread.onSpinWait();
            }
            CompletableFuture.runAsync(meanwhile).join();
            return waiting;
        });
        pool.shutdown();
        return Objects.requireNonNull(freeze);
    }

    private int waits() {
        return office.owner()
                .sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                .query(Integer.class)
                .single();
    }

    private int version(long campaign) {
        return office.the(Campaigns.class).get(campaign, office.planner.scope()).lockVersion();
    }

    private void edit(long campaign) {
        office.the(Campaigns.class)
                .change(
                        campaign,
                        version(campaign),
                        Terms.of(office.terms(item)).team(3, 60).build(),
                        office.colleague);
    }

    @Test
    void frozenListsCannotBeFrozenAgainChangedOrCancelled() {
        CampaignTerms terms = office.terms(item);
        long campaign = campaign(terms);
        freeze(campaign);
        Campaigns campaigns = office.the(Campaigns.class);
        Refused.by("campaign-not-planned", () -> freeze(campaign));
        Refused.by("campaign-not-planned", () -> campaigns.change(campaign, 0, terms, office.planner));
        Refused.by("campaign-not-planned", () -> campaigns.cancel(campaign, "不再需要", office.planner));
    }

    @Test
    void whoFindsTheListsFrozenLearnsTheNameOfWhoFrozeThem() {
        long campaign = campaign(office.terms(item));
        freeze(campaign);
        office.named(office.planner, "王计划");
        var refusals = List.of(
                Refused.by("campaign-not-planned", () -> freeze(campaign)),
                office.the(CampaignRegister.class).notFrozen(campaign));
        assertThat(refusals)
                .allSatisfy(refusal -> assertThat(refusal.arguments()).contains(new Who("王计划")));
    }

    @Test
    void whoCancelledACampaignIsKnownByName() {
        long campaign = campaign(office.terms(item));
        Campaigns campaigns = office.the(Campaigns.class);
        campaigns.cancel(campaign, "不再需要", office.colleague);
        office.named(office.colleague, "李同事");
        assertThat(campaigns.get(campaign, office.planner.scope()).stateByName())
                .isEqualTo("李同事");
    }

    @Test
    void aChangeMadeOnAnOldPageIsRefused() {
        CampaignTerms terms = office.terms(item);
        long campaign = campaign(terms);
        Campaigns campaigns = office.the(Campaigns.class);
        var sources = new ArrayList<>(terms.sources());
        CampaignTerms withOpenRate =
                Terms.of(terms).rates(SamplingOffice.rates(0, 500, 1000, 10000)).build();
        campaigns.change(campaign, 0, withOpenRate, office.planner);
        Refused.by("edited-meanwhile", () -> campaigns.change(campaign, 0, terms, office.planner));
        assertThat(campaigns.get(campaign, office.planner.scope()).terms())
                .isEqualTo(withOpenRate)
                .extracting(CampaignTerms::sources)
                .isEqualTo(sources);
    }

    @Test
    void anEnterpriseWithoutRegionIsSeenOnlyByTheDepartmentThatBroughtIt() {
        long unplaced = office.enterprise(1, 60);
        Campaigns campaigns = office.the(Campaigns.class);
        CampaignTerms terms = office.terms(item);
        office.setEnterprise(unplaced, "region = null");
        try {
            assertThat(campaigns.preview(terms, office.planner).excluded()).containsEntry(Exclusion.NO_REGION, 1);
            office.setEnterprise(unplaced, "first_delivery_id = " + SamplingOffice.BROUGHT_BY_HOUSING);
            assertThat(campaigns.preview(terms, office.planner).excluded()).doesNotContainKey(Exclusion.NO_REGION);
        } finally {
            office.setEnterprise(
                    unplaced, "region = '150581001', first_delivery_id = " + SamplingOffice.BROUGHT_BY_MARKET);
        }
    }

    @Test
    void sourcesMayChangePlaces() {
        var first = SamplingOffice.MONDAY.plusSeconds(3600 * 30);
        List<CampaignSource> sources = SamplingOffice.sources(first);
        long campaign = campaign(Terms.of(office.terms(item)).sources(sources).build());
        CampaignSource lottery = sources.get(1);
        CampaignSource index = sources.get(2);
        List<CampaignSource> swapped = List.of(
                sources.get(0),
                new CampaignSource(
                        index.name(),
                        index.kind(),
                        lottery.due(),
                        index.format(),
                        index.fallbackName(),
                        index.fallbackDue()),
                new CampaignSource(
                        lottery.name(),
                        lottery.kind(),
                        index.due(),
                        lottery.format(),
                        lottery.fallbackName(),
                        lottery.fallbackDue()));
        Campaigns campaigns = office.the(Campaigns.class);
        campaigns.change(
                campaign, 0, Terms.of(office.terms(item)).sources(swapped).build(), office.planner);
        assertThat(campaigns.get(campaign, office.planner.scope()).terms().sources())
                .isEqualTo(swapped);
    }

    @Test
    void allFaultsOfAPlanAreToldAtOnce() {
        CampaignTerms wrong = Terms.of(office.terms(item))
                .period(SamplingOffice.STARTS, SamplingOffice.STARTS.minusDays(1))
                .filters(List.of("1502"), List.of("Z"))
                .team(1, 0)
                .build();
        TermsRefused refusal = (TermsRefused) Refused.by("terms", () -> campaign(wrong));
        assertThat(refusal.faults())
                .extracting(TermsRefused.Fault::field)
                .containsExactly("ends", "regions", "sections", "team", "cap");
    }

    @Test
    void whoSpeaksLastIsNeverAPerson() {
        List<CampaignSource> sources = SamplingOffice.sources(SamplingOffice.MONDAY.plusSeconds(3600 * 30));
        CampaignSource dice = sources.get(0);
        CampaignSource late = new CampaignSource(
                dice.name(), dice.kind(), sources.get(2).due().plusSeconds(1), dice.format(), null, null);
        List<CampaignSource> personLast = List.of(sources.get(1), sources.get(2), late);
        TermsRefused refusal = (TermsRefused) Refused.by(
                "terms",
                () -> campaign(Terms.of(office.terms(item)).sources(personLast).build()));
        assertThat(refusal.faults())
                .extracting(TermsRefused.Fault::code)
                .containsExactly("source-last", "source-two-public");
    }

    @Test
    void anEmptyFrameIsNotFrozen() {
        long campaign = campaign(Terms.of(office.terms(item))
                .filters(List.of("150581009"), List.of())
                .build());
        Refused.by("frame-empty", () -> freeze(campaign));
    }

    @Test
    void filtersNarrowTheFrameAndAreNoExclusions() {
        Campaigns campaigns = office.the(Campaigns.class);
        Preview all = campaigns.preview(office.terms(item), office.planner);
        Preview builders = campaigns.preview(
                Terms.of(office.terms(item))
                        .filters(List.of("150581001"), List.of("F"))
                        .build(),
                office.planner);
        assertThat(all.eligible()).isEqualTo(94);
        assertThat(builders.eligible()).isEqualTo(60 / 6 + 20 / 6 + 10 / 6);
        assertThat(builders.excluded()).isEmpty();
    }

    @Test
    void withoutInspectorsWhoMayLeadNothingIsFrozen() {
        long campaign = campaign(office.terms(office.item("特种设备")));
        Refused.by("inspectors-no-lead", () -> freeze(campaign));
    }

    @Test
    void moreSeatsThanInspectorsMayTakeAreNotFrozen() {
        // 1 + 1 + 1 + 2 visits of two persons are ten seats for five inspectors
        long tooMany = campaign(Terms.of(office.terms(item)).team(2, 1).build());
        Refused.by("inspectors-capacity", () -> freeze(tooMany));
        long enough = campaign(Terms.of(office.terms(item)).team(2, 2).build());
        assertThat(freeze(enough).take()).isEqualTo(5);
    }

    @Test
    void whereNobodyMayGoNobodyIsDrawn() {
        try (SamplingOffice spread = new SamplingOffice()) {
            spread.enterprises(1, 60);
            moves(spread, "150581002", 6);
            spread.inspectorsFor("150581001", 4);
            long campaign = spread.the(Campaigns.class).create(spread.terms(spread.item()), spread.planner);
            CampaignTerms terms = spread.the(Campaigns.class)
                    .get(campaign, spread.planner.scope())
                    .terms();
            assertThat(spread.the(Campaigns.class)
                            .preview(terms, spread.planner)
                            .strength())
                    .satisfies(strength -> assertThat(strength.enough()).isFalse())
                    .satisfies(strength -> assertThat(strength.tight())
                            .extracting(Strength.Place::regions, Strength.Place::enterprises)
                            .containsExactly(tuple(List.of("150581002"), 6)));
            assertThat(Refused.by(
                                    "inspectors-unmanned",
                                    () -> spread.freeze(campaign, SamplingOffice.FURTHER, spread.planner))
                            .arguments())
                    .startsWith(List.of("150581002"), 1, 6, 0, 0);
            spread.inspectorsFor("150581002000", 1);
            assertThat(spread.the(Campaigns.class)
                            .preview(terms, spread.planner)
                            .strength()
                            .enough())
                    .as("one makes no team")
                    .isFalse();
            spread.inspectorsFor("150581002000", 1);
            assertThat(spread.the(Campaigns.class)
                            .preview(terms, spread.planner)
                            .strength()
                            .enough())
                    .as("written with noughts it is the same town")
                    .isTrue();
            spread.freeze(campaign, SamplingOffice.FURTHER, spread.planner);
        }
    }

    @Test
    void aRegionStoredWithNoughtsFitsWhatLiesInIt() {
        try (SamplingOffice old = new SamplingOffice()) {
            old.inspectors(old.market, 2, "登记");
            old.owner()
                    .sql("update sampling.inspector set regions = '{150581000000}'")
                    .update();
            var market = old.the(Departments.class).require(old.market, old.planner.scope());
            assertThat(old.the(InspectorDirectory.class).eligible(market, SamplingOffice.STARTS))
                    .isNotEmpty()
                    .allMatch(entry -> entry.coversRegion("150581002"));
        }
    }

    private static void moves(SamplingOffice office, String region, int count) {
        office.owner().sql("""
                        update ingest.enterprise set region = case when id in
                            (select id from ingest.enterprise order by id limit :count) then :region else '150581001' end""").param("count", count).param("region", region).update();
    }

    @Test
    void aLapsedCertificateKeepsAnInspectorOutOfTheDraw() {
        long id = office.inspectors(office.housing, 2);
        Inspectors inspectors = office.the(Inspectors.class);
        InspectorTerms terms = inspectors.get(id, office.auditor.scope()).terms();
        var directory = office.the(InspectorDirectory.class);
        var housing = office.the(Departments.class).require(office.housing, office.auditor.scope());
        assertThat(directory.eligible(housing, terms.validUntil())).hasSize(2);
        assertThat(directory.eligible(housing, terms.validUntil().plusDays(1))).isEmpty();
    }

    @Test
    void commitmentsOfAnOfficeFormOneChainWithoutGaps() {
        long first = campaign(office.terms(item));
        long refused = campaign(office.terms(office.item("特种设备")));
        long second = campaign(office.terms(item));
        FreezeFrame.Frozen one = freeze(first);
        Refused.by("inspectors-no-lead", () -> freeze(refused));
        FreezeFrame.Frozen two = freeze(second);
        DrawSheet sheet = office.the(Draws.class).get(two.drawId(), office.planner.scope());
        assertThat(two.serial()).isEqualTo(one.serial() + 1);
        assertThat(sheet.chain()).isEqualTo(one.commitment());
        assertThat(office.owner().sql("""
                                select count(*) from sampling.draw d
                                left join sampling.draw b on b.office_id = d.office_id and b.serial = d.serial - 1
                                where d.chain <> coalesce(b.commitment, repeat('0', 64))""").query(Integer.class).single()).isZero();
    }

    @Test
    void theMasterAndTheFrameCannotBeChangedByTheApplication() {
        long campaign = campaign(office.terms(item));
        freeze(campaign);
        var app = office.the(org.springframework.jdbc.core.simple.JdbcClient.class);
        for (String table :
                List.of("frame_piece", "exclusion", "draw_secret", "draw_stratum", "source_value", "visit")) {
            assertThat(app.sql("select has_table_privilege(current_user, 'sampling.%s', 'update, delete')"
                                    .formatted(table))
                            .query(Boolean.class)
                            .single())
                    .as(table)
                    .isFalse();
        }
    }

    @Test
    void aCommitmentIsAbandonedOnlyBeforeItsFirstSourceIsDue() {
        long early = campaign(office.terms(item));
        long late = campaign(office.terms(item));
        freeze(early);
        freeze(late);
        AbandonDraw abandon = office.the(AbandonDraw.class);
        var due = office.terms(item).sources().get(0).due();
        office.at(due);
        Refused.by("abandon-late", () -> abandon.abandon(late, "名单有误", office.planner));
        office.at(due.minusSeconds(1));
        abandon.abandon(early, "名单有误", office.planner);
        assertThat(office.the(Campaigns.class)
                        .get(early, office.planner.scope())
                        .state())
                .isEqualTo(Campaign.State.ABANDONED);
        Refused.by("draw-abandoned", () -> office.the(RunDraw.class).run(early, office.planner));
        assertThat(office.book().events("campaign:" + early)).endsWith(LedgerEvent.DRAW_ABANDONED);
    }

    @Test
    void whoWantsTheBundleOfAnAbandonedDrawLearnsThatThereWillBeNone() {
        long campaign = campaign(office.terms(item));
        long draw = freeze(campaign).drawId();
        DrawBundle bundle = office.the(DrawBundle.class);
        Refused.by("bundle-not-drawn", () -> bundle.write(draw, OutputStream.nullOutputStream(), office.auditor));
        office.the(AbandonDraw.class).abandon(campaign, "名单有误", office.planner);
        DrawSheet ended = office.the(Draws.class).get(draw, office.auditor.scope());
        assertThat(Refused.by(
                                "bundle-draw-abandoned",
                                () -> bundle.write(draw, OutputStream.nullOutputStream(), office.auditor))
                        .arguments())
                .as("which, by whom, when and why")
                .containsExactly(ended.name(), ended.endedBy(), SamplingOffice.MONDAY, "名单有误");
        assertThat(office.book().events("draw:" + draw)).doesNotContain(LedgerEvent.BUNDLE_EXPORTED);
    }

    @Test
    void aDrawMadeAnewNamesTheAbandonedOneAndTheReason() {
        long former = campaign(office.terms(item));
        FreezeFrame.Frozen frozen = freeze(former);
        Campaigns campaigns = office.the(Campaigns.class);
        Refused.by("campaign-not-ended", () -> campaigns.again(former, "名单有误", office.planner));
        office.the(AbandonDraw.class).abandon(former, "名单有误", office.planner);
        long anew = office.again(former, "原名单漏列一户");
        FreezeFrame.Frozen again = freeze(anew);
        String rule = new String(
                office.the(Draws.class).rule(again.drawId(), office.planner.scope()),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(rule)
                .contains("\"supersedes\":\"%s\""
                        .formatted(office.the(Draws.class)
                                .get(frozen.drawId(), office.planner.scope())
                                .name()))
                .contains("原名单漏列一户");
    }

    @Test
    void aCampaignOfAnotherDepartmentDoesNotExist() {
        long campaign = campaign(office.terms(item));
        Refused.by("absent", () -> office.freeze(campaign, SamplingOffice.FURTHER, office.stranger));
        Refused.by("absent", () -> office.the(Campaigns.class).get(campaign, office.stranger.scope()));
        Refused.by("absent", () -> office.the(Campaigns.class).create(office.terms(item), office.stranger));
        assertThat(office.the(Campaigns.class).list(office.stranger.scope(), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    @Test
    void campaignNumbersOfAYearHaveNoGaps() {
        Campaigns campaigns = office.the(Campaigns.class);
        long first = campaign(office.terms(item));
        Refused.by(
                "terms", () -> campaign(Terms.of(office.terms(item)).team(1, 1).build()));
        long second = campaign(office.terms(item));
        int one = number(campaigns.get(first, office.planner.scope()).number());
        assertThat(campaigns.get(second, office.planner.scope()).number())
                .isEqualTo("霍市监抽查〔2026〕%d号".formatted(one + 1));
    }

    private static int number(String text) {
        return Integer.parseInt(text.substring(text.indexOf('〕') + 1, text.length() - 1));
    }

    @Test
    void aCampaignWhoseDaysAreOverIsNotFrozen() {
        long over = campaign(Terms.of(office.terms(item))
                .period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 22))
                .build());
        Refused.by("campaign-over", () -> freeze(over));
        long lastDay = campaign(Terms.of(office.terms(item))
                .period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 23))
                .build());
        Refused.by("drawn-too-late", () -> freeze(lastDay));
    }

    @Test
    void aListThatIsDrawnWhenItsVisitsAreOverIsNotFrozen() {
        Instant last = office.terms(item).sources().stream()
                .map(CampaignSource::lastDue)
                .max(Instant::compareTo)
                .orElseThrow();
        LocalDate drawn = LocalDate.ofInstant(last, ZoneId.of("Asia/Shanghai"));
        long before = campaign(Terms.of(office.terms(item))
                .period(LocalDate.of(2026, 11, 1), drawn.minusDays(1))
                .build());
        Refused.by("drawn-too-late", () -> freeze(before));
        long onTheDay = campaign(Terms.of(office.terms(item))
                .period(LocalDate.of(2026, 11, 1), drawn)
                .build());
        assertThat(freeze(onTheDay).size()).isEqualTo(94);
    }
}
