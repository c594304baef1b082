package org.shuangsuiji.ingest.reading;

import org.shuangsuiji.model.RecordKind;

/** 舆情: how many articles and posts spoke of a subject in a period, and how many of them badly. */
final class OpinionKind extends EventKind {
    OpinionKind() {
        super(RecordKind.OPINION, "");
        Column over = period("统计期", "统计日期", "统计月份", "监测日期", "日期");
        Column where = tells("来源平台", "来源", "媒体", "监测平台");
        Column topic = tells("主题", "事件", "关键词");
        quantity("负面条数", "负面信息条数", "负面数量", "负面舆情条数");
        detail("total", Detail.COUNT, "信息总数", "总条数", "舆情总数");
        withdrawn("撤销日期", "删除日期");
        authority("提供单位", "监测机构");
        apartBy(over, where, topic);
    }
}
