package org.shuangsuiji.ingest.reading;

import org.shuangsuiji.model.RecordKind;

/**
 * 投诉举报: one complaint, or how many there were in a period. Who complained is nobody's business here: those columns are
 * never read.
 */
final class ComplaintKind extends EventKind {
    private static final Words WORDS = new Words()
            .word("report", "举报")
            .word("complaint", "投诉", "12345", "12315")
            .word("consult", "咨询");

    ComplaintKind() {
        super(RecordKind.COMPLAINT, "");
        document("投诉举报编号", "登记编号", "工单编号", "受理编号", "编号");
        Column type = category(WORDS, "类型", "投诉举报类型", "业务类型", "诉求类型");
        Column over = period("登记日期", "受理日期", "投诉日期", "举报日期", "登记时间", "统计期", "统计期间", "统计月份");
        quantityOrOne("件数", "投诉举报件数", "数量", "投诉次数");
        Column about = tells("问题类别", "投诉问题", "涉及问题", "问题类型");
        tells("处理结果", "办理结果", "反馈结果");
        detail("upheld", Detail.COUNT, "属实件数", "查实件数");
        detail("outcome", Detail.TEXT, "是否属实", "认定结果", "核查结果");
        ended("撤诉日期", "撤回日期");
        withdrawn("撤销日期");
        Column body = authority("受理机关", "受理单位", "承办单位", "受理部门");
        apartBy(over, type, about, body);
    }
}
