package org.shuangsuiji.ingest.reading;

import org.shuangsuiji.model.RecordKind;

/** 司法协助: shares that a court had frozen or transferred. */
final class AssistanceKind extends EventKind {
    private static final Words WORDS = new Words()
            .grave(Severity.GENERAL, "renewed", "股权续行冻结", "续行冻结", "继续冻结")
            .word("thawed", "解除股权冻结", "解除冻结", "解冻")
            .word("lapsed", "股权冻结失效", "冻结失效", "失效")
            .grave(Severity.GENERAL, "frozen", "股权冻结", "冻结")
            .grave(Severity.GENERAL, "transferred", "股权变更", "强制转让", "强制变更");

    AssistanceKind() {
        super(RecordKind.ASSISTANCE, "");
        document("执行通知书文号", "协助执行通知书文号", "执行裁定书文号", "裁定书文号", "EXECUTENO");
        Column item = category(WORDS, "执行事项", "协助类型", "类型", "状态", "FROZSTATE_CN");
        tells("说明", "执行内容");
        amount(Money.Unit.TEN_THOUSAND_YUAN, "股权数额", "冻结股权数额", "FROAM");
        detail("share", Detail.SHARE, "股权比例", "冻结比例");
        day("冻结期限自", "冻结日期", "冻结起始日期", "执行日期", "FROFROM");
        lastDay("冻结期限至", "冻结截止日期", "FROTO");
        ended("解除冻结日期", "解冻日期", "失效日期", "THAWDATE");
        authority("执行法院", "法院", "FROAUTH");
        apartByDayAnd(item);
    }
}
