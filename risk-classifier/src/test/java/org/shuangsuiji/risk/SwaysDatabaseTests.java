package org.shuangsuiji.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuangsuiji.risk.RiskOffice.LI;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;

class SwaysDatabaseTests {
    private static RiskOffice office;
    private static Sways sways;
    private long model;

    @BeforeAll
    static void opens() {
        office = new RiskOffice();
        sways = office.bean(Sways.class);
    }

    @AfterAll
    static void closes() {
        office.close();
    }

    @BeforeEach
    void installs() {
        office.empty();
        office.departments();
        model = office.bean(Models.class).installGeneral(Actor.SYSTEM);
        office.doors.reads.clear();
    }

    private void grade() {
        office.bean(ClassifyEnterprises.class)
                .all(
                        office.bean(Models.class).active().get(0).versionId(),
                        office.today(),
                        Progress.SILENT,
                        Actor.SYSTEM);
    }

    private static void count() {
        sways.owing().forEach(each -> sways.count(each, Progress.SILENT));
    }

    @Test
    void countsByKindWhoseRankTheRecordsCouldMove() {
        office.enterprises(20);
        // whom a veto holds at the highest rank no other kind of record can move
        office.record(1, RecordKind.DISHONESTY, office.today().minusDays(30), null);
        office.set(2, "status", "DEREGISTERED");
        office.set(3, "region", "150582001");
        grade();
        count();
        SwayCounts counts = sways.of(model, List.of("", "150581", "150582"), Actor.SYSTEM);
        assertThat(counts.of("", RecordKind.DISHONESTY)).isEqualTo(new SwayCounts.Count(19, 19));
        assertThat(counts.of("", RecordKind.PENALTY))
                .as("a serious penalty is a floor for everybody but the one at the top")
                .isEqualTo(new SwayCounts.Count(19, 18));
        assertThat(counts.of("150582", RecordKind.PENALTY)).isEqualTo(new SwayCounts.Count(1, 1));
        assertThat(counts.of("150581", RecordKind.PENALTY)).isEqualTo(new SwayCounts.Count(18, 17));
        assertThat(counts.countedAt()).isNotNull();
    }

    @Test
    void countsAgainOnlyAfterARunOfTheGrader() {
        assertThat(sways.owing()).as("nobody is graded yet").isEmpty();
        office.enterprises(5);
        grade();
        assertThat(sways.owing()).hasSize(1);
        count();
        assertThat(sways.owing()).isEmpty();
        office.set(5, "status", "DEREGISTERED");
        grade();
        count();
        assertThat(sways.of(model, List.of(""), Actor.SYSTEM)
                        .of("", RecordKind.PENALTY)
                        .enterprises())
                .as("counted anew, not on top")
                .isEqualTo(4);
    }

    @Test
    void aReadIsNotedAndReachesNoOtherRegion() {
        office.enterprises(5);
        grade();
        count();
        SwayCounts counts = sways.of(model, List.of("150581", "1301"), LI);
        assertThat(counts.of("150581", RecordKind.PENALTY).enterprises()).isEqualTo(5);
        assertThat(counts.byArea()).doesNotContainKey("1301");
        assertThat(office.doors.reads).hasSize(1).first().asString().contains("DISTRIBUTION", "model:" + model);
        assertThatThrownBy(() -> sways.of(99, List.of(""), LI)).isInstanceOf(Refusal.class);
    }
}
