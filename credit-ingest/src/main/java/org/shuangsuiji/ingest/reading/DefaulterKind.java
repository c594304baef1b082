package org.shuangsuiji.ingest.reading;

import org.shuangsuiji.model.RecordKind;

/**
 * 失信被执行人: who can perform a judgment and does not. It counts until the court takes the name off.
 */
final class DefaulterKind extends EventKind {
    /** 最高人民法院关于公布失信被执行人名单信息的若干规定 art. 1 */
    private static final Words WORDS = new Words()
            .grave(Severity.SERIOUS, "refuses", "有履行能力而拒不履行生效法律文书确定义务", "有履行能力而拒不履行", "其他有履行能力而拒不履行")
            .grave(Severity.SERIOUS, "obstructs", "以伪造证据、暴力、威胁等方法妨碍、抗拒执行", "妨碍、抗拒执行", "抗拒执行", "妨碍执行")
            .grave(Severity.SERIOUS, "evades", "以虚假诉讼、虚假仲裁或者以隐匿、转移财产等方法规避执行", "规避执行", "转移财产", "隐匿财产")
            .grave(Severity.SERIOUS, "reports", "违反财产报告制度", "财产报告")
            .grave(Severity.SERIOUS, "consumes", "违反限制消费令", "限制高消费", "限制消费")
            .grave(Severity.SERIOUS, "settlement", "无正当理由拒不履行执行和解协议", "执行和解协议", "和解协议");

    DefaulterKind() {
        super(RecordKind.DEFAULTER, "");
        document("案号", "执行案号", "CASECODE");
        ofPersons("性别", "SEX");
        ofPersons("年龄", "AGE");
        category(WORDS, "失信被执行人行为具体情形", "失信行为具体情形", "失信行为情形", "具体情形", "DISRUPTTYPENAME");
        tells("生效法律文书确定的义务", "法律义务", "DUTY");
        tells("被执行人的履行情况", "履行情况", "PERFORMANCE");
        detail("basis", Detail.TEXT, "执行依据文号", "GISTID");
        amount(Money.Unit.YUAN, "执行标的", "执行标的金额", "未履行金额");
        day("发布时间", "发布日期", "公布日期", "PUBLISHDATE");
        detail("filed", Detail.DAY, "立案时间", "立案日期", "REGDATE");
        ended("退出日期", "屏蔽日期", "删除日期", "移出日期", "结案日期");
        authority("执行法院", "法院", "COURTNAME");
    }
}
