package org.shuangsuiji.ingest.reading;

import org.shuangsuiji.model.RecordKind;

/**
 * 抽查检查结果 of other bodies, in the layout of GSXT: one row for an item, or one for each of its check points (检查要点). The
 * office's own results come from their publication.
 */
final class InspectionKind extends EventKind {
    /** The national eight (GSXT); which of them are problems is the publication's dictionary to say. */
    static final Words RESULTS = new Words()
            .word("1", "未发现问题", "正常", "合格", "符合")
            .grave(Severity.GENERAL, "2", "未按规定公示应当公示的信息", "未按规定公示年报", "未按规定公示其他应当公示的信息", "未按规定公示年度报告", "未按规定公示")
            .grave(Severity.GENERAL, "3", "公示信息隐瞒真实情况、弄虚作假", "隐瞒真实情况", "弄虚作假")
            .grave(Severity.GENERAL, "4", "通过登记的住所（经营场所）无法联系", "通过登记的住所(经营场所)无法联系", "通过登记的住所无法联系", "无法联系")
            .grave(Severity.GENERAL, "5", "发现问题已责令改正", "责令改正")
            .grave(Severity.GENERAL, "6", "不配合检查情节严重", "不予配合情节严重", "不配合检查")
            .word("7", "未发现开展本次抽查涉及的经营活动", "未发现开展")
            .grave(Severity.GENERAL, "8", "发现问题待后续处理", "待后续处理");

    InspectionKind() {
        super(RecordKind.INSPECTION, "");
        Column task = detail("task-no", Detail.TEXT, "抽查任务编号", "任务编号", "检查任务编号", "RANINSTASKID");
        Column item = tells("抽查事项", "检查事项", "抽查事项名称", "RANINSITEMNAME");
        Column point = tells("检查要点", "检查内容", "要点");
        neededCategory(RESULTS, "检查结果", "抽查检查结果", "抽查结果", "RANINSCHECKRES", "RANINSCHECKRESNAME", "INSRES_CN");
        tells("发现问题", "问题情况", "检查情况", "INSPECTDETAIL");
        detail("task", Detail.TEXT, "抽查任务名称", "任务名称", "RANINSTASKNAME");
        detail("plan", Detail.TEXT, "抽查计划编号", "计划编号", "RANINSPLANID");
        detail("point", Detail.TEXT, "要点编号", "检查要点编号");
        detail("type", Detail.TEXT, "抽查类型", "类型", "RANINSTYPENAME", "INSTYPE_CN");
        day("抽查检查完成日期", "检查日期", "抽查日期", "完成日期", "检查完成日期", "INSDATE");
        ended("整改完成日期", "复查合格日期");
        withdrawn("撤销日期", "公示撤销日期");
        authority("检查机关", "抽查机关", "检查实施机关", "INSAUTH", "INSAUTH_CN");
        authorityCode("检查机关统一社会信用代码", "检查机关代码");
        apartByDayAnd(task, item, point);
    }
}
