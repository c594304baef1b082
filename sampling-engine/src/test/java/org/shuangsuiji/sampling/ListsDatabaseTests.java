package org.shuangsuiji.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.TermsRefused;

/** The item list and the directory of inspectors (一单两库). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsDatabaseTests {
    private SamplingOffice office;

    @BeforeAll
    void open() {
        office = new SamplingOffice();
        office.enterprises(1, 3);
    }

    @AfterAll
    void close() {
        office.close();
    }

    private static ItemTerms named(ItemTerms terms, String name) {
        return new ItemTerms(
                terms.code(),
                terms.departmentId(),
                name,
                terms.category(),
                terms.basis(),
                terms.subjectKinds(),
                terms.methods(),
                terms.content(),
                terms.scopes());
    }

    @Test
    void aPublishedItemIsNeverRewritten() {
        Items items = office.the(Items.class);
        long first = office.item("登记");
        ItemTerms terms = items.get(first, office.planner.scope()).terms();
        long second = items.change(first, lock(first), named(terms, "公示信息检查"), office.planner);
        assertThat(second).isNotEqualTo(first);
        Refused.by("item-draft-waits", () -> items.change(first, lock(first), terms, office.planner));
        items.publish(second, office.planner);
        assertThat(items.get(first, office.planner.scope()).terms()).isEqualTo(terms);
        assertThat(items.revisions(first, office.planner.scope()))
                .extracting(ItemRow::state)
                .containsExactly(Item.State.PUBLISHED, Item.State.SUPERSEDED);
        Refused.by("terms", () -> office.the(Campaigns.class).create(office.terms(first), office.planner));
    }

    /** Neither body gives an entry away nor takes it; who answers for both decides, and nobody is locked out meanwhile. */
    @Test
    void anItemThatAnotherBodyIsToKeepIsPublishedByWhoAnswersForBoth() {
        Items items = office.the(Items.class);
        long first = office.item("登记");
        long draft = items.change(first, lock(first), keptBy(office.housing, first), office.auditor);
        assertThat(items.owns(draft, office.stranger.scope())).isTrue();
        for (Actor one : List.of(office.planner, office.stranger)) {
            assertThat(Refused.by("item-moves", () -> items.publish(draft, one)).arguments())
                    .hasSize(3)
                    .doesNotContainNull();
        }
        assertThat(items.get(first, office.planner.scope()).state()).isEqualTo(Item.State.PUBLISHED);
        assertThat(items.revisions(first, office.planner.scope()))
                .as("the body that keeps it sees what waits")
                .extracting(ItemRow::id)
                .containsExactly(draft, first);
        assertThat(items.publish(draft, office.auditor)).containsExactly(office.market, office.housing);
        assertThat(items.owns(draft, office.planner.scope())).isFalse();
        assertThat(items.owns(draft, office.stranger.scope())).isTrue();
    }

    @Test
    void theBodyThatKeepsAnItemMayTakeItBackFromADraftForAnother() {
        Items items = office.the(Items.class);
        long first = office.item("登记");
        long draft = items.change(first, lock(first), keptBy(office.housing, first), office.auditor);
        ItemTerms own = keptBy(office.market, first);
        items.change(draft, lock(draft), own, office.planner);
        Refused.by("absent", () -> items.get(draft, office.stranger.scope()));
        assertThat(items.publish(draft, office.planner)).containsExactly(office.market);
    }

    @Test
    void aWithdrawnItemIsListedAgainByItsLastRevisionAlone() {
        Items items = office.the(Items.class);
        long first = office.item("登记");
        items.withdraw(first, "依据修订", office.planner);
        ItemTerms terms = items.get(first, office.planner.scope()).terms();
        long second = items.change(first, lock(first), terms, office.planner);
        Refused.by("item-draft-waits", () -> items.change(first, lock(first), terms, office.planner));
        items.publish(second, office.planner);
        assertThat(items.get(second, office.planner.scope()).state()).isEqualTo(Item.State.PUBLISHED);
        assertThat(items.get(first, office.planner.scope()).state()).isEqualTo(Item.State.WITHDRAWN);
        Refused.by("item-not-current", () -> items.change(first, lock(first), terms, office.planner));
        items.withdraw(second, "依据再次修订", office.planner);
        Refused.by("item-not-current", () -> items.change(first, lock(first), terms, office.planner));
    }

    @Test
    void ofSeveralWhoReviseAnItemAtOnceOneMakesTheDraftAndTheOthersAreToldOfIt() throws Exception {
        Items items = office.the(Items.class);
        long item = office.item("登记");
        ItemTerms terms = items.get(item, office.planner.scope()).terms();
        int lock = lock(item);
        List<String> told = new ArrayList<>();
        var pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> revisions = Collections.nCopies(4, () -> {
                try {
                    items.change(item, lock, terms, office.planner);
                    return "drafted";
                } catch (Refusal refusal) {
                    return refusal.code();
                }
            });
            for (Future<String> each : pool.invokeAll(revisions)) {
                told.add(each.get());
            }
        } finally {
            pool.shutdown();
        }
        assertThat(told)
                .containsExactlyInAnyOrder("drafted", "item-draft-waits", "item-draft-waits", "item-draft-waits");
    }

    private ItemTerms keptBy(long department, long item) {
        ItemTerms terms =
                office.the(Items.class).get(item, office.auditor.scope()).terms();
        return new ItemTerms(
                terms.code(),
                department,
                terms.name(),
                terms.category(),
                terms.basis(),
                terms.subjectKinds(),
                terms.methods(),
                terms.content(),
                terms.scopes());
    }

    private int lock(long id) {
        return office.the(Items.class).get(id, office.planner.scope()).lockVersion();
    }

    @Test
    void anItemThatIsNotPublishedIsNotInspected() {
        Items items = office.the(Items.class);
        long item = office.item();
        items.withdraw(item, "依据已废止", office.planner);
        TermsRefused refusal = (TermsRefused)
                Refused.by("terms", () -> office.the(Campaigns.class).create(office.terms(item), office.planner));
        assertThat(refusal.faults()).extracting(TermsRefused.Fault::code).containsExactly("item-not-published");
    }

    @Test
    void anItemOfABodyAboveIsUsedBelowAndChangedOnlyAbove() {
        Items items = office.the(Items.class);
        ItemTerms market = items.get(office.item(), office.planner.scope()).terms();
        ItemTerms ofTheCounty = new ItemTerms(
                "COUNTY-1",
                office.county,
                market.name(),
                market.category(),
                market.basis(),
                market.subjectKinds(),
                market.methods(),
                "",
                List.of());
        long item = items.create(ofTheCounty, office.auditor);
        items.publish(item, office.auditor);
        assertThat(items.get(item, office.planner.scope()).name()).isEqualTo(market.name());
        Refused.by("absent", () -> items.withdraw(item, "依据已废止", office.planner));
        long ofTheMarket = office.item();
        Refused.by("absent", () -> items.get(ofTheMarket, office.stranger.scope()));
    }

    @Test
    void aStaffNumberDoesNotSayWhoThePersonIs() {
        InspectorTerms identityNumber = new InspectorTerms(
                "15050119900101123X",
                "张三",
                office.market,
                "C-1",
                LocalDate.of(2028, 1, 1),
                List.of("a,b"),
                List.of("*", "15"),
                true);
        TermsRefused refusal = (TermsRefused)
                Refused.by("terms", () -> office.the(Inspectors.class).create(identityNumber, office.planner));
        assertThat(refusal.faults())
                .extracting(TermsRefused.Fault::code)
                .containsExactly("staff-no-identity", "scope-comma", "regions-star");
    }

    @Test
    void aRecusedInspectorIsListedAsSuchInTheDrawUntilItIsWithdrawn() {
        Inspectors inspectors = office.the(Inspectors.class);
        long id = office.inspectors(office.market, 1);
        String staffNo = inspectors.get(id, office.planner.scope()).staffNo();
        String code = "91150581MA10000001";
        long recusal = inspectors.declareRecusal(id, code, Recusal.Ground.RELATIVE, "", office.planner);
        Refused.by(
                "recusal-stands", () -> inspectors.declareRecusal(id, code, Recusal.Ground.OTHER, "", office.planner));
        Refused.by(
                "credit-code", () -> inspectors.declareRecusal(id, "150581", Recusal.Ground.OTHER, "", office.planner));
        assertThat(recusals(staffNo)).containsExactly(code);
        assertThat(inspectors.recusals(id, office.planner.scope()))
                .extracting(Recusal::enterpriseName)
                .containsExactly("企业1-1");
        inspectors.withdrawRecusal(id, recusal, "亲属已离职", office.planner);
        assertThat(recusals(staffNo)).isEmpty();
        Refused.by("absent", () -> inspectors.withdrawRecusal(id, recusal, "亲属已离职", office.planner));
    }

    private List<String> recusals(String staffNo) {
        var market = office.the(Departments.class).require(office.market, office.planner.scope());
        return office.the(InspectorDirectory.class).eligible(market, LocalDate.of(2026, 11, 23)).stream()
                .filter(entry -> entry.inspector().equals(staffNo))
                .findFirst()
                .orElseThrow()
                .recusals();
    }

    @Test
    void aRecusalIsReadAsPeopleTypeItAndRefusedWhereTheCodeIsASlip() {
        Inspectors inspectors = office.the(Inspectors.class);
        long id = office.inspectors(office.market, 1);
        String registered = "91150581MA10000002"; // its last character is wrong by the standard, and so are real ones
        inspectors.declareRecusal(id, " ９1150581ma1000 0002", Recusal.Ground.OTHER, "", office.planner);
        assertThat(inspectors.recusals(id, office.planner.scope()))
                .extracting(Recusal::creditCode)
                .containsExactly(registered);
        assertThat(inspectors.isRegistered("91150581ma10000002")).isTrue();
        Refused.by(
                "credit-code-check",
                () -> inspectors.declareRecusal(id, "9144030071526726XH", Recusal.Ground.OTHER, "", office.planner));
        String later = "9144030071526726XG";
        inspectors.declareRecusal(id, later, Recusal.Ground.OTHER, "", office.planner);
        assertThat(inspectors.isRegistered(later)).as("founded tomorrow, say").isFalse();
    }

    @Test
    void aRegionTypedInTwoPartsIsNotTakenForTwoRegions() {
        Inspectors inspectors = office.the(Inspectors.class);
        long id = office.inspectors(office.station, 1);
        TermsRefused refusal = (TermsRefused) Refused.by("terms", () -> send(id, "150581", "001", "1", "150502"));
        assertThat(refusal.faults())
                .extracting(fault -> fault.code() + " " + fault.arguments().get(0))
                .containsExactly("region-elsewhere 001", "region-prefix 1", "region-elsewhere 150502");
        send(id, "150581");
        send(id, "1505", "150581001");
        assertThat(inspectors.get(id, office.planner.scope()).terms().regions()).containsExactly("1505", "150581001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"不限", "全部", "＊"})
    void whoMayBeSentEverywhereIsSaidToInWordsAsWell(String typed) {
        Inspectors inspectors = office.the(Inspectors.class);
        long id = office.inspectors(office.station, 1);
        send(id, "１５０５");
        assertThat(inspectors.get(id, office.planner.scope()).terms().regions()).containsExactly("1505");
        send(id, typed);
        assertThat(inspectors.get(id, office.planner.scope()).terms().regions()).containsExactly("*");
    }

    private void send(long inspector, String... regions) {
        Inspectors inspectors = office.the(Inspectors.class);
        Inspector now = inspectors.get(inspector, office.planner.scope());
        InspectorTerms terms = now.terms();
        inspectors.change(
                inspector,
                now.lockVersion(),
                new InspectorTerms(
                        terms.staffNo(),
                        terms.name(),
                        terms.departmentId(),
                        terms.certificateNo(),
                        terms.validUntil(),
                        terms.scopes(),
                        List.of(regions),
                        true),
                office.planner);
    }

    @Test
    void anInspectorSentElsewhereAndBackIsBothTimesInTheLedger() {
        long id = office.inspectors(office.market, 1, "登记");
        send(id, "150581007");
        send(id, "*");
        send(id, "*");
        List<Map<String, String>> facts = facts("inspector:" + id, LedgerEvent.INSPECTOR_CHANGED);
        assertThat(facts).extracting(it -> it.get("regions")).containsExactly("* → 150581007", "150581007 → *", null);
        String asMade =
                facts("inspector:" + id, LedgerEvent.INSPECTOR_CREATED).get(0).get("row");
        assertThat(facts.get(0).get("row")).hasSize(64).isNotEqualTo(asMade);
        assertThat(facts.get(1)).containsEntry("row", asMade);
        assertThat(facts.get(2)).as("nothing changed").isEqualTo(Map.of("row", asMade));
    }

    @Test
    void whoAnInspectorIsStaysOutOfTheLedgerWhichTellsThatItChanged() {
        Inspectors inspectors = office.the(Inspectors.class);
        long id = office.inspectors(office.market, 1, "登记");
        InspectorTerms terms = inspectors.get(id, office.planner.scope()).terms();
        InspectorTerms other = new InspectorTerms(
                terms.staffNo(),
                "王更名",
                office.station,
                "C-NEW",
                LocalDate.of(2029, 11, 23),
                List.of("登记", "食品"),
                terms.regions(),
                false);
        inspectors.change(id, 0, other, office.planner);
        assertThat(facts("inspector:" + id, LedgerEvent.INSPECTOR_CHANGED).get(0))
                .containsEntry("name", "changed")
                .containsEntry("certificate", "changed")
                .containsEntry("department", office.market + " → " + office.station)
                .containsEntry("fields", "登记 → 登记, 食品")
                .containsEntry("validUntil", "2028-06-30 → 2029-11-23")
                .containsEntry("state", "ACTIVE → INACTIVE")
                .doesNotContainKeys("regions", "staffNo");
    }

    @Test
    void theLedgerTellsFromWhomAnInspectorStaysAwayAndUntilWhen() {
        Inspectors inspectors = office.the(Inspectors.class);
        long id = office.inspectors(office.market, 1);
        String code = "91150581MA10000003";
        long recusal = inspectors.declareRecusal(id, code, Recusal.Ground.RELATIVE, "其弟任法定代表人", office.planner);
        inspectors.withdrawRecusal(id, recusal, "亲属已离职", office.planner);
        var declared = facts("inspector:" + id, LedgerEvent.RECUSAL_DECLARED).get(0);
        var withdrawn = facts("inspector:" + id, LedgerEvent.INSPECTOR_CHANGED).get(0);
        assertThat(declared).containsEntry("unit", code).containsEntry("ground", "RELATIVE");
        assertThat(declared.toString()).doesNotContain("其弟");
        assertThat(withdrawn).containsEntry("unit", code).containsEntry("recusalWithdrawn", String.valueOf(recusal));
        assertThat(declared.get("row")).hasSize(64).isNotEqualTo(withdrawn.get("row"));
    }

    @Test
    void whatWasWrittenIntoAnItemIsToldOrBound() {
        Items items = office.the(Items.class);
        long first = office.item("登记");
        ItemTerms terms = items.get(first, office.planner.scope()).terms();
        ItemTerms other = new ItemTerms(
                terms.code(),
                terms.departmentId(),
                terms.name(),
                Item.Category.KEY,
                "《食品安全法》第一百零九条",
                terms.subjectKinds(),
                Set.of(Item.Method.ON_SITE, Item.Method.WRITTEN),
                terms.content(),
                List.of());
        long second = items.change(first, lock(first), other, office.planner);
        items.publish(second, office.planner);
        items.withdraw(second, "依据已废止", office.planner);
        List<Map<String, String>> facts = facts("item:" + second, LedgerEvent.ITEM_CHANGED);
        assertThat(facts.get(0))
                .containsEntry("revision", "2")
                .containsEntry("category", "GENERAL → KEY")
                .containsEntry("methods", "ON_SITE → ON_SITE, WRITTEN")
                .containsEntry("fields", "登记 → ")
                .containsEntry("basis", "changed")
                .doesNotContainKeys("name", "content", "subjectKinds");
        assertThat(facts)
                .extracting(it -> it.get("state"))
                .containsExactly(null, "DRAFT → PUBLISHED", "PUBLISHED → WITHDRAWN");
        assertThat(facts).extracting(it -> it.get("row")).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(facts("item:" + first, LedgerEvent.ITEM_CREATED).get(0)).containsKeys("code", "row");
    }

    @Test
    void aPlanChangedAndChangedBackIsBothTimesInTheLedger() {
        Campaigns campaigns = office.the(Campaigns.class);
        CampaignTerms terms = office.terms(office.item("登记"));
        long id = campaigns.create(terms, office.planner);
        List<CampaignSource> sources = SamplingOffice.sources(SamplingOffice.MONDAY.plusSeconds(3600 * 26));
        CampaignTerms other = Terms.of(terms)
                .rates(SamplingOffice.rates(100, 300, 1000, 2550))
                .sources(sources)
                .filters(List.of("150581001"), List.of("C"))
                .build();
        change(id, other);
        change(id, terms);
        campaigns.cancel(id, "计划调整", office.planner);
        List<Map<String, String>> facts = facts("campaign:" + id, LedgerEvent.CAMPAIGN_CHANGED);
        assertThat(facts.get(0))
                .containsEntry("rates", "1: 1%, 2: 3%, 3: 10%, 4: 30% → 1: 1%, 2: 3%, 3: 10%, 4: 25.5%")
                .containsEntry("regions", " → 150581001")
                .containsEntry("sections", " → C")
                .containsKeys("number", "row", "sourceDues")
                .doesNotContainKeys("frequencies", "sources", "sourceKinds", "fallbacks", "team", "name");
        assertThat(facts.get(1)).containsEntry("regions", "150581001 → ");
        var made = facts("campaign:" + id, LedgerEvent.CAMPAIGN_CREATED).get(0);
        assertThat(made.get("row"))
                .isEqualTo(facts.get(1).get("row"))
                .isNotEqualTo(facts.get(0).get("row"));
        assertThat(facts("campaign:" + id, LedgerEvent.CAMPAIGN_CANCELLED).get(0))
                .containsEntry("state", "PLANNED → CANCELLED")
                .containsKey("row");
    }

    private void change(long campaign, CampaignTerms terms) {
        Campaigns campaigns = office.the(Campaigns.class);
        int lock = campaigns.get(campaign, office.planner.scope()).lockVersion();
        campaigns.change(campaign, lock, terms, office.planner);
    }

    private List<Map<String, String>> facts(String subject, LedgerEvent event) {
        return office.book().entries.stream()
                .filter(entry -> entry.subject().equals(subject) && entry.event() == event)
                .map(entry -> Map.copyOf(entry.facts()))
                .toList();
    }

    @Test
    void aChangeMadeOnAnOldPageIsRefused() {
        Inspectors inspectors = office.the(Inspectors.class);
        long id = office.inspectors(office.market, 1);
        InspectorTerms terms = inspectors.get(id, office.planner.scope()).terms();
        InspectorTerms away = new InspectorTerms(
                terms.staffNo(),
                terms.name(),
                office.station,
                terms.certificateNo(),
                terms.validUntil(),
                terms.scopes(),
                terms.regions(),
                false);
        inspectors.change(id, 0, away, office.planner);
        Refused.by("edited-meanwhile", () -> inspectors.change(id, 0, terms, office.planner));
        Refused.by("absent", () -> inspectors.get(id, office.stranger.scope()));
    }
}
