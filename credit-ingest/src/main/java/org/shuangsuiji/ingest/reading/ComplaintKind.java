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
        Column over = period(
                "登记日期", "受理日期", "投诉日期", "举报日期", "登记时间", "受理时间", "投诉时间", "举报时间", "统计期", "统计期间", "统计月份", "统计时间", "月份");
        quantityOrOne(
                "件数", "投诉举报件数", "数量", "投诉举报数", "投诉举报数量", "投诉举报总数", "投诉举报量", "投诉举报次数", "受理件数", "受理数量", "受理量", "受理数",
                "诉求件数", "诉求数量", "诉求量", "工单件数", "工单数量", "工单量", "工单数", "总件数", "合计件数");
        quantityOf("complaint", "投诉件数", "投诉次数", "投诉数量", "投诉总数", "投诉量", "投诉数", "件数投诉", "数量投诉", "其中:投诉", "其中投诉");
        quantityOf("report", "reports", "举报件数", "举报次数", "举报数量", "举报总数", "举报量", "举报数", "件数举报", "数量举报", "其中:举报", "其中举报");
        Column about = tells("问题类别", "投诉问题", "涉及问题", "问题类型");
        tells("处理结果", "办理结果", "反馈结果");
        detail("upheld", Detail.COUNT, "属实件数", "查实件数");
        detail("outcome", Detail.TEXT, "是否属实", "认定结果", "核查结果");
        ended("撤诉日期", "撤回日期");
        withdrawn("撤销日期");
        Column body = authority("受理机关", "受理单位", "承办单位", "受理部门");
        apartBy(over, type, about, body);
        // what was said is nobody's to keep either: it only tells one complaint of a day from the next
        apartWhereTold(
                known("商品或服务名称", "商品名称", "服务名称", "涉及商品", "投诉商品", "涉及客体", "客体名称", "商品类别", "客体类别"),
                known("投诉内容", "举报内容", "投诉举报内容", "诉求内容", "诉求事由", "问题描述", "事项描述", "投诉标题", "工单标题", "诉求标题"));
    }
}
