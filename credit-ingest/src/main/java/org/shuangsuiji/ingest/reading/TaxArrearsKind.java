package org.shuangsuiji.ingest.reading;

import org.shuangsuiji.model.RecordKind;

/**
 * 欠税 (欠税公告办法): what a subject owes of one tax for one period. A later announcement of the same replaces the balance.
 */
final class TaxArrearsKind extends EventKind {
    TaxArrearsKind() {
        super(RecordKind.TAX_ARREARS, "");
        Column tax = neededDetail("tax", Detail.TEXT, "欠税税种", "税种", "欠缴税种");
        Column span = detail("span", Detail.PERIOD, "所属期", "税款所属期", "欠税所属期");
        amount(Money.Unit.YUAN, "欠税余额", "欠税金额", "欠缴税额", "欠税总额");
        detail("fresh", Detail.YUAN, "当前新发生的欠税金额", "当前新发生欠税余额", "新增欠税");
        day("公告日期", "公告时间", "欠税公告日期", "认定日期");
        ended("清缴日期", "缴清日期", "清欠日期");
        authority("税务机关", "主管税务机关", "公告机关", "公告单位");
        apartBy(tax, span);
    }
}
