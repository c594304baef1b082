package org.shuangsuiji.ingest.reading;

import org.shuangsuiji.model.RecordKind;

/** 司法判决: a judgment in which the subject was a party. */
final class JudgmentKind extends EventKind {
    private static final Words ROLES = new Words()
            .word("plaintiff", "原告", "申请人", "上诉人（原审原告）", "起诉人")
            .word("defendant", "被告", "被申请人", "被上诉人", "被告人")
            .word("appellant", "上诉人")
            .word("third", "第三人");

    JudgmentKind() {
        super(RecordKind.JUDGMENT, "");
        document("案号", "裁判文书案号", "文书号", "CASENO");
        Column role = category(ROLES, "诉讼地位", "当事人地位", "诉讼身份", "案件身份", "ROLE");
        tells("案由", "CAUSE");
        tells("裁判结果", "判决结果", "裁判摘要", "RESULT");
        amount(Money.Unit.YUAN, "标的额", "涉案金额", "标的金额", "判决金额");
        day("裁判日期", "判决日期", "裁决日期", "JUDGEDATE");
        ended("履行完毕日期", "履行日期");
        authority("法院", "审理法院", "裁判法院", "COURT");
        withdrawn("撤销日期");
        apartByDayAnd(role);
    }
}
