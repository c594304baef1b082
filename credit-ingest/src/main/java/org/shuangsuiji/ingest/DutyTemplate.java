package org.shuangsuiji.ingest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.shuangsuiji.ingest.duty.Rhythm;
import org.shuangsuiji.model.RecordKind;

/** What an office may begin with: offered, never set by itself. */
final class DutyTemplate {
    /** 双公示 to 信用中国. */
    private static final int BOTH_PUBLISHED = 7;

    /** All information about enterprises to the publicity system (呼市监发〔2021〕140号). */
    private static final int OTHERS = 20;

    private static final String BOTH_PUBLISHED_BASIS = "行政许可和行政处罚等信用信息自作出决定之日起 7 个工作日内公示（“双公示”，发改办财金〔2018〕424号）";
    private static final String OTHERS_BASIS = "涉企信息自产生之日起 20 个工作日内归集并记于企业名下";

    private DutyTemplate() {}

    /** A line for each kind of record that a source can send. */
    static List<DutyTerms> of(long sourceId, LocalDate beginsOn) {
        return Arrays.stream(RecordKind.values())
                .filter(kind -> kind != RecordKind.INSPECTION)
                .map(kind -> line(sourceId, kind, beginsOn))
                .toList();
    }

    private static DutyTerms line(long sourceId, RecordKind kind, LocalDate beginsOn) {
        boolean both = kind == RecordKind.PERMIT || kind == RecordKind.PENALTY;
        return new DutyTerms(
                sourceId,
                kind,
                both ? BOTH_PUBLISHED_BASIS : OTHERS_BASIS,
                Rhythm.EACH_EVENT,
                both ? BOTH_PUBLISHED : OTHERS,
                beginsOn);
    }
}
