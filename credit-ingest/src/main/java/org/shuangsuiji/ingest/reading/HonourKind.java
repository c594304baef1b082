package org.shuangsuiji.ingest.reading;

import org.shuangsuiji.model.RecordKind;

/** 荣誉: an honour that a body gave a subject. */
final class HonourKind extends EventKind {
    HonourKind() {
        super(RecordKind.HONOUR, "");
        Column honour = tells("荣誉名称", "荣誉称号", "奖项名称", "表彰名称", "名称（荣誉）");
        tells("荣誉等级", "级别", "等级");
        document("文号", "表彰文号", "授予文号", "证书编号");
        day("授予日期", "认定日期", "表彰日期", "评定日期", "获奖日期");
        lastDay("有效期至", "荣誉有效期至");
        withdrawn("撤销日期", "取消日期");
        authority("授予机关", "认定机关", "授予单位", "认定单位", "评定机关");
        apartByDayAnd(honour);
    }
}
