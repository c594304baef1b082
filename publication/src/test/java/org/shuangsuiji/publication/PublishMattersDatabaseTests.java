package org.shuangsuiji.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuangsuiji.publication.PublicationFixture.REVIEWER;
import static org.shuangsuiji.publication.PublicationFixture.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.publication.PublicPages.MatterLine;
import org.shuangsuiji.publication.PublicPages.MatterListLine;
import org.shuangsuiji.publication.PublicPages.MatterListLine.Standing;
import org.shuangsuiji.publication.notice.PublicMatterList;

class PublishMattersDatabaseTests {
    private final PublicationFixture office = new PublicationFixture();
    private final PublishMatters publish = office.get(PublishMatters.class);
    private final PublicPages pages = office.get(PublicPages.class);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void everybodyReadsAVersionAndWhatItIsToTheOneBefore() {
        assertThat(pages.matterLists()).isEmpty();
        publish.publish(
                version(7, 1, TODAY, row("A-02", "KEPT"), row("A-01", "REMOVED"), row("A-03", "ADDED")), REVIEWER);
        assertThat(pages.matterLists()).singleElement().satisfies(list -> {
            assertThat(list.departmentName()).isEqualTo("霍林郭勒市信用办");
            assertThat(list.number()).isEqualTo(1);
            assertThat(list.matters()).as("without the one that leaves").isEqualTo(2);
        });
        assertThat(pages.matters(7)).extracting(MatterLine::code).containsExactly("A-02", "A-03", "A-01");
        assertThat(pages.matters(7).get(2).removed()).isTrue();
        assertThat(pages.matters(7).get(0).kinds()).containsExactly(RecordKind.PENALTY, RecordKind.FEE_ARREARS);
    }

    @Test
    void aVersionIsPublishedOnce() {
        publish.publish(version(7, 1, TODAY, row("A-01", "ADDED")), REVIEWER);
        publish.publish(version(7, 1, TODAY.plusDays(1), row("A-02", "ADDED")), REVIEWER);
        assertThat(pages.matterLists()).extracting(MatterListLine::effectiveOn).containsExactly(TODAY);
        assertThat(pages.matters(7)).extracting(MatterLine::code).containsExactly("A-01");
        assertThat(office.recorded().events()).containsExactly(LedgerEvent.MATTERS_MADE_PUBLIC);
    }

    @Test
    void aVersionHoldsFromItsDayUntilTheNextOneDoes() {
        publish.publish(version(7, 1, TODAY.minusDays(9), row("A-01", "ADDED")), REVIEWER);
        publish.publish(version(8, 2, TODAY, row("A-01", "KEPT")), REVIEWER);
        publish.publish(version(9, 3, TODAY.plusDays(1), row("A-01", "KEPT")), REVIEWER);
        assertThat(standings(TODAY.minusDays(1))).containsExactly(Standing.COMING, Standing.COMING, Standing.PRESENT);
        assertThat(standings(TODAY)).containsExactly(Standing.COMING, Standing.PRESENT, Standing.FORMER);
        assertThat(standings(TODAY.plusDays(1))).containsExactly(Standing.PRESENT, Standing.FORMER, Standing.FORMER);
    }

    private List<Standing> standings(LocalDate day) {
        return pages.matterLists().stream().map(list -> list.on(day)).toList();
    }

    private static PublicMatterList version(long id, int number, LocalDate from, PublicMatterList.Matter... rows) {
        return new PublicMatterList(
                id, 2, "霍林郭勒市信用办", number, from, Instant.parse("2026-09-21T02:00:00Z"), List.of(rows));
    }

    private static PublicMatterList.Matter row(String code, String change) {
        return new PublicMatterList.Matter(
                code,
                change,
                "行政处罚",
                List.of(RecordKind.PENALTY, RecordKind.FEE_ARREARS),
                "文书号、决定日期",
                "《行政处罚法》第四十八条",
                "霍林郭勒市市场监督管理局",
                "每件 7 个工作日内",
                "UNCONDITIONAL",
                true);
    }
}
