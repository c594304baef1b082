package org.shuangsuiji.ingest.reading;

import org.shuangsuiji.model.RecordKind;

/** 欠费: social insurance, water, power, gas and other dues that a subject owes for one period. */
final class FeeArrearsKind extends EventKind {
    private static final Words WORDS = new Words()
            .grave(Severity.GENERAL, "pension", "养老保险", "养老")
            .grave(Severity.GENERAL, "medical", "医疗保险", "医保", "医疗")
            .grave(Severity.GENERAL, "maternity", "生育保险", "生育")
            .grave(Severity.GENERAL, "unemployment", "失业保险")
            .grave(Severity.GENERAL, "injury", "工伤保险")
            .grave(Severity.GENERAL, "social", "社会保险费", "社保")
            .grave(Severity.GENERAL, "housing", "住房公积金", "公积金")
            .word("water", "水费", "供水", "自来水")
            .word("power", "电费", "供电")
            .word("gas", "燃气费", "燃气", "天然气")
            .word("heat", "供热费", "供暖", "采暖")
            .word("telecom", "通信费", "通讯费", "宽带")
            .grave(Severity.GENERAL, "wage", "拖欠工资", "工资", "农民工")
            .word("other", "其他费用", "其他");

    FeeArrearsKind() {
        super(RecordKind.FEE_ARREARS, "");
        Column fee = category(WORDS, "费种", "欠费类型", "费用类型", "险种", "欠缴项目");
        Column span = detail("span", Detail.PERIOD, "所属期", "欠费所属期", "费款所属期");
        amount(Money.Unit.YUAN, "欠费金额", "欠费余额", "欠缴金额");
        day("认定日期", "公告日期", "欠费日期", "统计日期");
        ended("缴清日期", "清缴日期", "补缴日期");
        Column creditor = authority("征收机关", "收费单位", "认定单位", "公告单位");
        apartBy(fee, span, creditor);
    }
}
