package org.shuangsuiji.ingest.reading;

import org.shuangsuiji.model.RecordKind;

/** 监督抽检: a product was taken and tested. */
final class SamplingKind extends EventKind {
    private static final Words RESULTS =
            new Words().grave(Severity.GENERAL, "fail", "不合格", "否", "不符合").word("pass", "合格", "是", "符合");

    SamplingKind() {
        super(RecordKind.SAMPLING, "");
        document("抽样编号", "抽样单编号", "检验报告编号", "报告编号", "抽样单号");
        Column result = neededCategory(RESULTS, "检验结论", "抽检结果", "检验结果", "结论", "是否合格");
        Column product = tells("产品名称", "食品名称", "样品名称", "商品名称");
        tells("不合格项目", "不合格项目║检验结果║标准值", "不合格项目名称");
        detail("lot", Detail.TEXT, "生产日期/批号", "批号", "生产批号", "生产日期");
        detail("standing", Detail.TEXT, "单位类型", "环节", "抽样环节", "被抽样单位类型");
        day("抽样日期", "检验日期", "公告日期", "抽检日期");
        withdrawn("撤销日期");
        ended("复检合格日期", "整改完成日期");
        authority("组织抽检单位", "抽检机关", "任务来源", "公告机关", "检验机构");
        apartByDayAnd(product, result);
    }
}
