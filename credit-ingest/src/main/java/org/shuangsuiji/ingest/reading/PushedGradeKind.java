package org.shuangsuiji.ingest.reading;

import org.shuangsuiji.model.RecordKind;

/**
 * A grade that a platform above or beside the office gave (分级结果推送): its own label under its own scheme, never one of
 * ours. What rank the label means is a table's to say.
 */
final class PushedGradeKind extends EventKind {
    PushedGradeKind() {
        super(RecordKind.PUSHED_GRADE, "");
        Column scheme = neededDetail("scheme", Detail.TEXT, "评价方案", "分级方案", "评价体系", "方案", "SCHEME");
        neededDetail("label", Detail.TEXT, "等级", "评价等级", "风险等级", "分类等级", "信用等级", "GRADE");
        detail("score", Detail.TEXT, "得分", "评分", "分数", "SCORE");
        day("评价日期", "评定日期", "分类日期", "推送日期", "评级日期", "GRADEDATE");
        lastDay("有效期至", "等级有效期至");
        withdrawn("撤销日期");
        authority("评价机构", "评价单位", "推送单位", "评定机关");
        apartByDayAnd(scheme);
    }
}
