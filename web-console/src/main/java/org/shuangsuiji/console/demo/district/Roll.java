package org.shuangsuiji.console.demo.district;

import java.util.List;
import org.shuangsuiji.console.demo.district.Chance.Purpose;

/**
 * A list that the registry keeps.
 *
 * @param letter what tells its document numbers from those of the other list
 * @param marked whether its file begins with a byte order mark
 * @param listed of ten thousand subjects, how many are on it, from the calm to the bad
 * @param removedPercent how many of those are taken off again, from the calm to the bad
 */
record Roll(
        Purpose purpose,
        String letter,
        boolean marked,
        List<String> reasons,
        List<Integer> reasonWeights,
        List<Integer> listed,
        List<Integer> removedPercent) {

    /** 经营异常名录 */
    static final Roll ABNORMAL = new Roll(
            Purpose.ABNORMAL,
            "异",
            false,
            List.of("未按期公示年度报告", "未在责令期限内公示有关企业信息", "公示信息隐瞒真实情况、弄虚作假", "通过登记的住所或经营场所无法联系"),
            List.of(70, 6, 3, 21),
            List.of(180, 3_200, 5_200, 5_500),
            List.of(85, 62, 45, 30));

    /** 严重违法失信名单 */
    static final Roll DISHONESTY = new Roll(
            Purpose.DISHONESTY,
            "严",
            true,
            List.of("被列入经营异常名录届满3年仍未履行相关义务", "受到较重行政处罚且情节严重", "提交虚假材料取得登记"),
            List.of(60, 30, 10),
            List.of(0, 4, 120, 4_400),
            List.of(100, 60, 40, 15));
}
