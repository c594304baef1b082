package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuangsuiji.ingest.IngestOffice.CITY;
import static org.shuangsuiji.ingest.IngestOffice.COUNTY;
import static org.shuangsuiji.ingest.IngestOffice.ELSEWHERE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.TermsRefused;

class GapsDatabaseTests {
    @RegisterExtension
    private static final IngestOffice OFFICE = new IngestOffice();

    /** A Sunday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final String REGISTRATIONS = """
            企业名称,统一社会信用代码,登记状态,行政区划
            甲公司,91150581MA0A00014D,存续,150581
            乙公司,91150581MA0A00022X,存续,150581
            """;
    private static final String PENALTY = """
            行政处罚决定书文号,行政相对人名称,统一社会信用代码,处罚类别,罚款金额（万元）,处罚决定日期,处罚机关
            霍罚〔2026〕一号,甲公司,91150581MA0A00014D,罚款,0.5,2026-11-18,霍市监局
            """;

    private final Duties duties = OFFICE.get(Duties.class);
    private final Gaps gaps = OFFICE.get(Gaps.class);
    private final SourceFigures figures = OFFICE.get(SourceFigures.class);
    private long source;

    @BeforeEach
    void begin() {
        OFFICE.jdbcOwner().sql("""
                        truncate ingest.source, ingest.agreement, ingest.duty, ingest.region_value, ingest.delivery_tally,
                            ingest.gap, ingest.gap_limit cascade
                        """).update();
        source = OFFICE.deliver(RecordKind.REGISTRATION, REGISTRATIONS).source().id();
        OFFICE.doors().entries.clear();
    }

    @Test
    void whatNeverCameIsAGapOnTheDayAfterTheFirstLimit() {
        // ten working days after 9 November end on Monday 23 November, after 6 November on Friday 20 November
        long first = owe(RecordKind.PENALTY, "EACH_EVENT", 10, LocalDate.of(2026, 11, 9));
        look();
        assertThat(open()).isEmpty();
        duties.end(first, 0, LocalDate.of(2026, 11, 10), "改由市级归集", COUNTY);
        owe(RecordKind.PERMIT, "EACH_EVENT", 10, LocalDate.of(2026, 11, 6));
        look();
        assertThat(open())
                .singleElement()
                .returns(RecordKind.PERMIT, GapRow::kind)
                .returns(Gap.Cause.NEVER, GapRow::cause)
                .returns("150581", GapRow::area);
    }

    @Test
    void aGapIsOpenedOnceAndClosedByItselfWhenTheDataCame() {
        owe(RecordKind.PENALTY, "MONTHLY", 10, LocalDate.of(2026, 10, 1));
        look();
        look();
        GapRow gap = open().get(0);
        assertThat(open()).hasSize(1);
        assertThat(gap.cause()).isEqualTo(Gap.Cause.NEVER);
        Delivery came = OFFICE.deliver(RecordKind.PENALTY, PENALTY);
        look();
        look();
        assertThat(open()).isEmpty();
        assertThat(gaps.closed(CITY.scope(), Long.MAX_VALUE, 10))
                .extracting(GapRow::id)
                .containsExactly(gap.id());
        assertThat(gaps.notes(gap.id(), CITY.scope()))
                .extracting(GapNote::step, GapNote::by, GapNote::deliveryId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(GapNote.Step.OPENED, "system", null),
                        org.assertj.core.groups.Tuple.tuple(GapNote.Step.ARRIVED, "system", came.id()));
        assertThat(OFFICE.doors().entries)
                .extracting(entry -> entry.event() + " " + entry.subject())
                .contains(LedgerEvent.GAP_OPENED + " gap:" + gap.id(), LedgerEvent.GAP_CLOSED + " gap:" + gap.id());
    }

    @Test
    void aDeliveryThatIsOverdueIsAGapUntilTheDutyEnds() {
        long duty = owe(RecordKind.REGISTRATION, "MONTHLY", 10, LocalDate.of(2026, 10, 1));
        lastCameInOctober();
        look();
        assertThat(open()).singleElement().returns(Gap.Cause.OVERDUE, GapRow::cause);
        long gap = open().get(0).id();
        duties.end(duty, 0, TODAY.minusDays(1), "改由市级归集", COUNTY);
        look();
        assertThat(open()).isEmpty();
        assertThat(gaps.notes(gap, CITY.scope()))
                .extracting(GapNote::step)
                .containsExactly(GapNote.Step.OPENED, GapNote.Step.LAPSED);
    }

    @Test
    void aGapAndItsPromiseStandWhenOnlyTheRuleOfTheDutyChanges() {
        long duty = owe(RecordKind.PENALTY, "MONTHLY", 10, LocalDate.of(2026, 10, 1));
        look();
        GapRow gap = open().get(0);
        gaps.promise(gap.id(), 0, TODAY.plusDays(3), "李某答复本周内报送", COUNTY);
        long next = duties.change(
                duty, 0, new DutyTerms(source, RecordKind.PENALTY, "某办法第四条", "MONTHLY", 10, TODAY), COUNTY);
        look();
        assertThat(open()).singleElement().returns(gap.id(), GapRow::id).returns(Gap.State.PROMISED, GapRow::state);
        assertThat(figures.of(source, CITY.scope()))
                .filteredOn(each -> each.kind() == RecordKind.PENALTY)
                .singleElement()
                .returns(LocalDate.of(2026, 10, 10), each -> each.due().day())
                .returns(30, KindFigures::daysOverdue);
        duties.end(next, 0, TODAY.minusDays(1), "改由市级归集", COUNTY);
        look();
        assertThat(open()).as("nobody owes it any more").isEmpty();
        owe(RecordKind.PENALTY, "MONTHLY", 10, TODAY);
        look();
        assertThat(open()).as("owed anew").isEmpty();
    }

    @Test
    void aShareWithoutValueIsAGapOnlyWhereTheOfficeSetALimitAndItIsExceeded() {
        OFFICE.deliver(RecordKind.PENALTY, PENALTY);
        owe(RecordKind.PENALTY, "EACH_EVENT", 7, LocalDate.of(2026, 10, 1));
        look();
        assertThat(open()).as("half have none, and nobody set a limit").isEmpty();
        gaps.limit(RecordKind.PENALTY, new BigDecimal("50"), TODAY, CITY);
        look();
        assertThat(open()).as("half is not more than half").isEmpty();
        gaps.limit(RecordKind.PENALTY, new BigDecimal("49.9"), TODAY, COUNTY);
        look();
        assertThat(open()).as("the nearest office decides").singleElement().returns(Gap.Cause.EMPTY, GapRow::cause);
        assertThatThrownBy(() -> gaps.limit(RecordKind.PENALTY, BigDecimal.TEN, TODAY, COUNTY))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> gaps.limit(RecordKind.PENALTY, new BigDecimal("10.25"), TODAY.minusDays(1), COUNTY))
                .isInstanceOfSatisfying(TermsRefused.class, refused -> assertThat(refused.faults())
                        .extracting(TermsRefused.Fault::field)
                        .containsExactly("percent", "holdsFrom"));
    }

    @Test
    void isFollowedUpUntilClosedAndNotOpenedAgainWhileItStillHolds() {
        owe(RecordKind.PENALTY, "MONTHLY", 10, LocalDate.of(2026, 10, 1));
        look();
        long id = open().get(0).id();
        gaps.ask(id, 0, "已发函催报", COUNTY);
        assertThatThrownBy(() -> gaps.note(id, 0, "晚了一步", COUNTY)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> gaps.promise(id, 1, TODAY.minusDays(1), "昨天", COUNTY))
                .isInstanceOf(Refusal.class);
        gaps.promise(id, 1, TODAY, "今天报送", COUNTY);
        assertThat(open().get(0).broken(TODAY)).isFalse();
        assertThat(open().get(0).broken(TODAY.plusDays(1))).isTrue();
        gaps.note(id, 2, "电话核实", COUNTY);
        gaps.close(id, gaps.get(id, CITY.scope()).version(), "该局没有处罚权", COUNTY);
        assertThatThrownBy(() -> gaps.ask(id, gaps.get(id, CITY.scope()).version(), "再催", COUNTY))
                .isInstanceOf(Refusal.class);
        look();
        assertThat(open()).as("a person decided; it still holds").isEmpty();
        assertThat(gaps.notes(id, CITY.scope()))
                .extracting(GapNote::step)
                .containsExactly(
                        GapNote.Step.OPENED,
                        GapNote.Step.ASKED,
                        GapNote.Step.PROMISED,
                        GapNote.Step.NOTED,
                        GapNote.Step.CLOSED);
        OFFICE.deliver(RecordKind.PENALTY, PENALTY);
        look();
        lastCameInOctober();
        look();
        assertThat(open())
                .as("it had ceased, so this is another one")
                .singleElement()
                .returns(Gap.Cause.OVERDUE, GapRow::cause);
        assertThat(gaps.open(ELSEWHERE.scope())).isEmpty();
        assertThatThrownBy(() -> gaps.get(id, ELSEWHERE.scope())).isInstanceOf(Refusal.class);
    }

    @Test
    void whoOwesAndWasNotLookedAtYetMayHaveGapsThatNobodyKnows() {
        assertThat(gaps.looked(CITY.scope())).as("nothing is owed").isEqualTo(new GapLook(null, false));
        owe(RecordKind.PENALTY, "MONTHLY", 10, LocalDate.of(2026, 10, 1));
        assertThat(gaps.looked(CITY.scope())).isEqualTo(new GapLook(null, true));
        assertThat(gaps.looked(ELSEWHERE.scope()).toCome()).isFalse();
        look();
        assertThat(gaps.looked(CITY.scope()).toCome()).isFalse();
        assertThat(gaps.looked(CITY.scope()).since()).isNotNull();

        lookedEarlierBy("1 hour");
        assertThat(gaps.looked(CITY.scope()).toCome())
                .as("the duty was entered after the look")
                .isTrue();
        look();
        gaps.limit(RecordKind.PERMIT, BigDecimal.TEN, TODAY, CITY);
        lookedEarlierBy("1 hour");
        assertThat(gaps.looked(CITY.scope()).toCome()).isTrue();
        look();
        lookedEarlierBy("1 day");
        assertThat(gaps.looked(CITY.scope()).toCome()).as("not looked at today").isTrue();
    }

    private static void lookedEarlierBy(String time) {
        OFFICE.jdbcOwner()
                .sql("update ingest.gap_look set looked_at = looked_at - cast(:time as interval)")
                .param("time", time)
                .update();
    }

    private void look() {
        figures.untallied().forEach(figures::tally);
        figures.countValues();
        gaps.sources().forEach(gaps::look);
    }

    /** A delivery that has ended stays as it is; only the owner of the database gets past that. */
    private static void lastCameInOctober() {
        for (String sql : List.of(
                "alter table ingest.delivery disable trigger user",
                "update ingest.delivery set received_at = timestamptz '2026-10-12 08:00+8'",
                "alter table ingest.delivery enable trigger user")) {
            OFFICE.jdbcOwner().sql(sql).update();
        }
    }

    private List<GapRow> open() {
        return gaps.open(CITY.scope());
    }

    private long owe(RecordKind kind, String rhythm, int days, LocalDate begins) {
        return duties.enter(new DutyTerms(source, kind, "某办法第三条", rhythm, days, begins), COUNTY);
    }
}
