package org.shuangsuiji.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

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
