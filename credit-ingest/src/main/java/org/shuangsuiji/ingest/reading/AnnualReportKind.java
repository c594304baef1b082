package org.shuangsuiji.ingest.reading;

import org.shuangsuiji.model.RecordKind;

/** 年报: what a subject reported of one year, and when. */
final class AnnualReportKind extends EventKind {
    private static final Words WORDS = new Words()
            .word("late", "逾期年报", "逾期已年报", "逾期", "补报")
            .grave(Severity.MINOR, "missing", "未年报", "未报", "未报送")
            .word("reported", "已年报", "已报", "正常", "已公示");

    AnnualReportKind() {
        super(RecordKind.ANNUAL_REPORT, "");
        Column year = neededDetail("year", Detail.YEAR, "年报年度", "报告年度", "年度", "ANCHEYEAR");
        dayIfTold("公示日期", "报送日期", "填报日期", "发布日期", "年报日期", "ANCHEDATE");
        category(WORDS, "年报状态", "报送状态", "年报结果");
        detail("staff", Detail.COUNT, "从业人数", "企业从业人数", "EMPNUM");
        detail("insured", Detail.COUNT, "参保人数", "社保人数", "城镇职工基本养老保险人数", "SO110");
        detail("assets", Detail.TEN_THOUSAND_YUAN, "资产总额", "ASSGRO");
        detail("liabilities", Detail.TEN_THOUSAND_YUAN, "负债总额", "LIAGRO");
        detail("equity", Detail.SIGNED_TEN_THOUSAND_YUAN, "所有者权益合计", "所有者权益", "TOTEQU");
        detail("revenue", Detail.TEN_THOUSAND_YUAN, "营业总收入", "销售总额", "营业收入", "销售额或营业收入", "VENDINC");
        detail("profit", Detail.SIGNED_TEN_THOUSAND_YUAN, "利润总额", "PROGRO");
        detail("net-profit", Detail.SIGNED_TEN_THOUSAND_YUAN, "净利润", "NETINC");
        detail("tax", Detail.TEN_THOUSAND_YUAN, "纳税总额", "RATGRO");
        detail("paid-in", Detail.SHARE, "实缴比例", "注册资本实缴比例");
        withdrawn("撤回日期", "撤销日期");
        apartBy(year);
    }
}
