package org.shuangsuiji.console.demo;

import java.util.List;
import java.util.Set;
import org.shuangsuiji.ingest.MatterTerms;
import org.shuangsuiji.model.RecordKind;

/** What two departments want the demo's list of matters to say. */
final class DemoMatters {
    private static final String LAWFUL = "作出决定之日起 7 个工作日内";
    private static final String GATHERED = "产生之日起 20 个工作日内";

    private DemoMatters() {}

    /** Of the market supervision, for the first version. */
    static List<MatterTerms> ofMarket() {
        return List.of(
                open(
                        "SCJG-01",
                        "经营主体登记和备案",
                        Set.of(RecordKind.REGISTRATION, RecordKind.CHANGE, RecordKind.FILING),
                        "名称、统一社会信用代码、类型、住所、法定代表人、注册资本、经营范围、登记状态",
                        "《中华人民共和国市场主体登记管理条例》；《企业信息公示暂行条例》第六条",
                        GATHERED),
                open(
                        "SCJG-02",
                        "市场监管行政处罚",
                        Set.of(RecordKind.PENALTY),
                        "决定书文号、违法行为类型、处罚类别和内容、罚款金额、决定日期、公示截止期",
                        "《中华人民共和国行政处罚法》第四十八条；《企业信息公示暂行条例》第六条",
                        LAWFUL),
                abnormal("每月"));
    }

    /** Of the construction administration, for the first version. */
    static List<MatterTerms> ofConstruction() {
        return List.of(open(
                "ZJJ-01",
                "建筑业企业资质许可",
                Set.of(RecordKind.PERMIT),
                "许可文书号、资质类别和等级、有效期、许可机关",
                "《中华人民共和国建筑法》第十三条；《中华人民共和国行政许可法》第四十条",
                LAWFUL));
    }

    /** The same matter, renewed sooner: a change of the second version. */
    static MatterTerms abnormalSooner() {
        return abnormal(GATHERED);
    }

    private static MatterTerms abnormal(String frequency) {
        return open(
                "SCJG-03",
                "经营异常名录和严重违法失信名单",
                Set.of(RecordKind.ABNORMAL, RecordKind.DISHONESTY),
                "列入原因、列入日期、移出原因、移出日期、作出决定机关",
                "《企业信息公示暂行条例》；《市场监督管理严重违法失信名单管理办法》",
                frequency);
    }

    /** New with the second version. */
    static MatterTerms buildingPenalties() {
        return open(
                "ZJJ-02",
                "工程建设领域行政处罚",
                Set.of(RecordKind.PENALTY),
                "决定书文号、违法事实、处罚类别和内容、决定日期",
                "《中华人民共和国行政处罚法》第四十八条；《建设工程质量管理条例》",
                LAWFUL);
    }

    /** Handed in, and waiting for the credit office. */
    static MatterTerms complaints() {
        return new MatterTerms(
                "SCJG-04",
                "消费投诉举报处理情况",
                Set.of(RecordKind.COMPLAINT),
                "登记编号、问题类别、处理结果、办结日期",
                "《市场监督管理投诉举报处理暂行办法》",
                "每季度",
                MatterTerms.Share.CONDITIONAL,
                false);
    }

    private static MatterTerms open(
            String code, String name, Set<RecordKind> kinds, String fields, String basis, String frequency) {
        return new MatterTerms(code, name, kinds, fields, basis, frequency, MatterTerms.Share.UNCONDITIONAL, true);
    }
}
