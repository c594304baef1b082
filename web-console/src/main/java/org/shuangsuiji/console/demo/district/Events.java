package org.shuangsuiji.console.demo.district;

import static org.shuangsuiji.console.demo.district.Authority.CULTURE;
import static org.shuangsuiji.console.demo.district.Authority.EMERGENCY;
import static org.shuangsuiji.console.demo.district.Authority.MARKET;
import static org.shuangsuiji.console.demo.district.Authority.TAX;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.shuangsuiji.console.demo.district.Event.Cells;
import org.shuangsuiji.console.demo.district.Event.Telling;
import org.shuangsuiji.model.RecordKind;

/** The smaller kinds one by one, under the headers of their official layouts. */
final class Events {

    private static final String NAME = "企业名称";
    private static final String CODE = "统一社会信用代码";

    /** The kinds that the district tells beside the first five. */
    static final Map<RecordKind, Event> ALL = all();

    private Events() {}

    private static Map<RecordKind, Event> all() {
        Map<RecordKind, Event> all = new EnumMap<>(RecordKind.class);
        all.put(
                RecordKind.CHANGE,
                event(
                        List.of(NAME, CODE, "变更日期", "变更事项", "变更前内容", "变更后内容", "登记机关"),
                        List.of(700, 1_200, 2_500, 4_000),
                        Events::anybody,
                        true,
                        0,
                        4,
                        Events::change));
        all.put(
                RecordKind.FILING,
                event(
                        List.of(NAME, CODE, "备案日期", "备案号", "备案事项", "备案内容", "备案机关"),
                        List.of(1_200, 1_200, 1_000, 800),
                        Events::anybody,
                        false,
                        0,
                        5,
                        at -> List.of(
                                at.spelled(),
                                at.number(MARKET, "备"),
                                at.chance().of(List.of("章程备案", "联络员备案", "食品小经营店备案", "仓储场所备案")),
                                "材料齐全，予以备案",
                                at.body(MARKET))));
        all.put(
                RecordKind.CONFIRMATION,
                event(
                        List.of(NAME, CODE, "确认日期", "行政确认文书号", "确认事项", "确认内容", "确认机关"),
                        List.of(250, 200, 150, 50),
                        Events::anybody,
                        false,
                        0,
                        5,
                        at -> List.of(
                                at.spelled(),
                                at.number(CULTURE, "确"),
                                at.chance().of(List.of("高新技术企业认定", "农业产业化龙头企业认定", "旅游等级评定")),
                                "符合认定条件",
                                at.body(CULTURE))));
        all.put(
                RecordKind.COERCION,
                event(
                        List.of(
                                "QZ_XDR_MC",
                                "QZ_XDR_SHXYM",
                                "QZ_JDRQ",
                                "QZ_WSH",
                                "QZ_ZL",
                                "QZ_SY",
                                "QZ_NR",
                                "涉及金额",
                                "QZ_JCRQ",
                                "QZ_JG"),
                        List.of(2, 60, 350, 1_500),
                        Events::anybody,
                        false,
                        0,
                        6,
                        at -> List.of(
                                at.spelled(),
                                at.number(EMERGENCY, "强"),
                                at.chance().of(List.of("查封场所、设施或者财物", "扣押财物", "冻结存款、汇款", "加处罚款")),
                                "涉嫌违法，需要固定证据",
                                "期限三十日",
                                at.chance().percent(40) ? at.chance().between(1, 80) + "万元" : "",
                                at.later(60, 20),
                                at.body(EMERGENCY))));
        all.put(
                RecordKind.DEFAULTER,
                event(
                        List.of("失信被执行人名称", CODE, "发布时间", "案号", "失信被执行人行为具体情形", "生效法律文书确定的义务", "执行标的", "执行法院", "退出日期"),
                        List.of(2, 25, 260, 2_400),
                        Events::anybody,
                        false,
                        300,
                        5,
                        at -> List.of(
                                at.spelled(),
                                "（" + at.day().getYear() + "）内0581执"
                                        + at.subject().number() + "号",
                                at.chance()
                                        .of(List.of(
                                                "有履行能力而拒不履行生效法律文书确定义务",
                                                "有履行能力而拒不履行生效法律文书确定义务",
                                                "违反财产报告制度",
                                                "其他规避执行",
                                                "违反限制高消费令")),
                                "支付货款及利息",
                                Integer.toString(at.chance().between(5_000, 3_000_000)),
                                at.court(),
                                at.later(700, 55))));
        all.put(
                RecordKind.JUDGMENT,
                event(
                        List.of(NAME, CODE, "裁判日期", "案号", "诉讼地位", "案由", "裁判结果", "标的额", "法院"),
                        List.of(120, 350, 1_200, 3_000),
                        Events::anybody,
                        true,
                        200,
                        6,
                        at -> List.of(
                                at.spelled(),
                                "（" + at.day().getYear() + "）内0581民初"
                                        + at.subject().number() + "-" + at.index() + "号",
                                at.chance().percent(at.grade() * 20 + 30) ? "被告" : "原告",
                                at.chance().of(List.of("买卖合同纠纷", "劳动争议", "建设工程合同纠纷", "借款合同纠纷")),
                                "部分支持",
                                Integer.toString(at.chance().between(3_000, 900_000)),
                                at.court())));
        all.put(
                RecordKind.ASSISTANCE,
                event(
                        List.of(NAME, CODE, "冻结期限自", "执行通知书文号", "执行事项", "说明", "股权数额(万元)", "冻结期限至", "执行法院"),
                        List.of(1, 20, 200, 1_000),
                        Events::company,
                        false,
                        0,
                        5,
                        at -> List.of(
                                at.spelled(),
                                "（" + at.day().getYear() + "）内0581执协"
                                        + at.subject().number() + "号",
                                at.chance().of(List.of("股权冻结", "股权冻结", "继续冻结")),
                                "轮候",
                                Integer.toString(at.chance().between(1, 500)),
                                Days.dashed(at.day().plusYears(3)),
                                at.court())));
        all.put(
                RecordKind.TAX_ARREARS,
                event(
                        List.of("纳税人名称", CODE, "公告日期", "欠税税种", "所属期", "欠税余额", "税务机关", "清缴日期"),
                        List.of(15, 120, 700, 2_000),
                        Events::anybody,
                        false,
                        0,
                        5,
                        at -> List.of(
                                at.spelled(),
                                at.chance().of(List.of("增值税", "企业所得税", "城镇土地使用税", "房产税")),
                                at.day().getYear() - 1 + at.chance().of(List.of("年第1季度", "年上半年", "年度")),
                                at.chance().between(1_000, 600_000) + ".50",
                                at.body(TAX),
                                at.later(400, 40))));
        all.put(
                RecordKind.FEE_ARREARS,
                event(
                        List.of("欠费单位", CODE, "认定日期", "费种", "所属期", "欠费金额", "征收机关", "缴清日期"),
                        List.of(15, 150, 800, 2_000),
                        Events::anybody,
                        false,
                        100,
                        5,
                        at -> List.of(
                                at.spelled(),
                                at.chance().of(List.of("社会保险费", "住房公积金", "水费", "电费", "供热费", "拖欠工资")),
                                at.day().getYear() - 1 + "年",
                                Integer.toString(at.chance().between(300, 90_000)),
                                at.subject().county().name() + "人力资源和社会保障局（演示）",
                                at.later(300, 40))));
        all.put(
                RecordKind.COMPLAINT,
                event(
                        List.of("被投诉举报单位", CODE, "登记日期", "投诉举报编号", "类型", "问题类别", "处理结果", "是否属实", "受理机关", "投诉人电话"),
                        List.of(300, 1_200, 3_000, 6_000),
                        Events::anybody,
                        true,
                        200,
                        6,
                        at -> List.of(
                                at.spelled(),
                                "12315-" + at.day().getYear() + "-"
                                        + at.subject().number() + "-" + at.index() + "号",
                                at.chance().percent(80) ? "投诉" : "举报",
                                at.chance().of(List.of("售后服务", "食品安全", "虚假宣传", "价格", "合同")),
                                "已调解",
                                at.chance().percent(30 + at.grade() * 15) ? "属实" : "不属实",
                                at.body(MARKET),
                                at.chance().percent(30) ? "19900000000" : "")));
        all.put(
                RecordKind.SAMPLING,
                event(
                        List.of("被抽样单位名称", CODE, "抽样日期", "抽样单编号", "产品名称", "检验结论", "不合格项目", "批号", "组织抽检单位"),
                        List.of(500, 700, 1_000, 1_500),
                        Events::anybody,
                        false,
                        100,
                        7,
                        at -> {
                            boolean fails = at.chance().percent(2 + at.grade() * 10);
                            return List.of(
                                    at.spelled(),
                                    "GZJ" + at.day().getYear() + "150581"
                                            + at.subject().number() + "号",
                                    at.subject().trade().word() + "经营商品",
                                    fails ? "不合格" : "合格",
                                    fails ? "标签" : "",
                                    Integer.toString(20_260_000 + at.chance().below(1_000)),
                                    at.body(MARKET));
                        }));
        all.put(
                RecordKind.INSPECTION,
                event(
                        List.of(NAME, CODE, "检查日期", "抽查任务编号", "抽查事项", "检查结果", "发现问题", "抽查类型", "检查机关"),
                        List.of(250, 250, 300, 400),
                        Events::anybody,
                        false,
                        0,
                        6,
                        at -> {
                            boolean problem = at.chance().percent(3 + at.grade() * 15);
                            return List.of(
                                    at.spelled(),
                                    "150581" + at.day().getYear() + "0900"
                                            + at.chance().below(10),
                                    "安全生产条件检查",
                                    problem ? "发现问题已责令改正" : "未发现问题",
                                    problem ? "台账不全" : "",
                                    at.chance().percent(70) ? "不定向" : "定向",
                                    at.body(EMERGENCY));
                        }));
        all.put(
                RecordKind.PLEDGE,
                event(
                        List.of(NAME, CODE, "股权出质设立登记日期", "登记编号", "出质股权数额(万元)", "出质比例(%)", "状态", "登记机关"),
                        List.of(120, 180, 300, 400),
                        Events::company,
                        false,
                        0,
                        4,
                        at -> List.of(
                                at.spelled(),
                                "股质" + at.day().getYear() + at.subject().number() + "号",
                                Integer.toString(at.chance().between(1, 800)),
                                Integer.toString(at.chance().between(1, 100)),
                                at.chance().percent(60) ? "有效" : "无效",
                                at.body(MARKET))));
        all.put(
                RecordKind.IP_PLEDGE,
                event(
                        List.of(NAME, CODE, "登记日期", "知识产权登记证号", "知识产权种类", "知识产权名称", "质押金额(万元)", "登记机关"),
                        List.of(30, 30, 20, 10),
                        Events::company,
                        false,
                        0,
                        6,
                        at -> List.of(
                                at.spelled(),
                                "知质" + at.subject().number() + "号",
                                at.chance().of(List.of("商标", "专利", "软件著作权")),
                                at.subject().trade().word() + "专有技术",
                                Integer.toString(at.chance().between(10, 500)),
                                "国家知识产权局（演示）")));
        all.put(
                RecordKind.ANNUAL_REPORT,
                event(
                        List.of(
                                NAME,
                                CODE,
                                "公示日期",
                                "年报年度",
                                "年报状态",
                                "从业人数",
                                "参保人数",
                                "资产总额(万元)",
                                "负债总额(万元)",
                                "营业总收入(万元)",
                                "净利润(万元)",
                                "纳税总额(万元)"),
                        List.of(3_500, 3_300, 2_600, 1_500),
                        Events::anybody,
                        false,
                        0,
                        7,
                        Events::annualReport));
        all.put(
                RecordKind.HONOUR,
                event(
                        List.of(NAME, CODE, "授予日期", "文号", "荣誉名称", "荣誉等级", "授予机关"),
                        List.of(350, 150, 20, 1),
                        Events::anybody,
                        false,
                        0,
                        5,
                        at -> List.of(
                                at.spelled(),
                                at.number(MARKET, "表"),
                                at.chance().of(List.of("守合同重信用企业", "纳税信用A级纳税人", "先进单位", "放心消费示范店")),
                                at.chance().of(List.of("市级", "旗县级", "自治区级")),
                                at.body(MARKET))));
        all.put(
                RecordKind.RELATION,
                event(
                        List.of(NAME, CODE, "起始日期", "关系类型", "关联方名称", "关联方统一社会信用代码", "关联方证件号码", "出资比例", "职务"),
                        List.of(2_600, 2_600, 3_000, 3_000),
                        Events::company,
                        true,
                        0,
                        7,
                        Events::relation));
        all.put(
                RecordKind.OPINION,
                event(
                        List.of(NAME, CODE, "统计月份", "来源平台", "主题", "负面条数", "信息总数", "监测机构"),
                        List.of(50, 200, 600, 1_500),
                        Events::anybody,
                        false,
                        300,
                        6,
                        at -> {
                            int bad = at.chance().below(3 + 10 * at.grade());
                            return List.of(
                                    at.month(),
                                    at.chance().of(List.of("微博", "短视频平台", "本地论坛")),
                                    at.chance().of(List.of("售后", "欠薪", "食品")),
                                    bad + "条",
                                    Integer.toString(bad + at.chance().below(200)),
                                    "舆情监测中心（演示）");
                        }));
        all.put(
                RecordKind.THIRD_PARTY,
                event(
                        List.of(NAME, CODE, "统计期", "信息项", "信息内容", "来源单位"),
                        List.of(120, 300, 600, 1_000),
                        Events::anybody,
                        false,
                        200,
                        4,
                        at -> List.of(
                                at.month(),
                                at.chance().of(List.of("用电量环比", "用水量环比", "平台差评率")),
                                (at.grade() > 1 ? "-" : "") + at.chance().between(1, 70) + "%",
                                "供电公司（演示）")));
        all.put(
                RecordKind.PUSHED_GRADE,
                event(
                        List.of(NAME, CODE, "评价日期", "评价方案", "等级", "得分", "评价机构"),
                        List.of(2_500, 2_500, 3_000, 4_000),
                        Events::anybody,
                        true,
                        0,
                        5,
                        Events::pushedGrade));
        return all;
    }

    private static Event event(
            List<String> headers,
            List<Integer> shares,
            Predicate<Subject> fits,
            boolean several,
            int byName,
            int changing,
            Cells cells) {
        return new Event(headers, shares, fits, several, byName, changing, cells);
    }

    private static boolean anybody(Subject subject) {
        return true;
    }

    private static boolean company(Subject subject) {
        return subject.kind().equals("91");
    }

    private static List<String> change(Telling at) {
        Subject subject = at.subject();
        String registry = at.body(MARKET);
        return switch (at.chance().below(5)) {
            case 0 ->
                List.of(
                        at.spelled(),
                        "住所变更",
                        subject.county().name() + "旧街" + at.chance().between(1, 90) + "号",
                        subject.address(),
                        registry);
            case 1 -> List.of(at.spelled(), "法定代表人（负责人）变更", at.other().legalPerson(), subject.legalPerson(), registry);
            case 2 ->
                List.of(
                        at.spelled(),
                        "注册资本变更",
                        subject.capitalWan() / 2 + 1 + "万元",
                        subject.capitalWan() + "万元",
                        registry);
            case 3 -> List.of(at.spelled(), "经营范围变更", "一般项目", subject.trade().scope(), registry);
            // registries write the numbers of people into these cells
            default ->
                List.of(
                        at.spelled(),
                        "投资人（股权）变更",
                        at.other().legalPerson() + at.person(),
                        subject.legalPerson() + at.person(),
                        registry);
        };
    }

    private static List<String> annualReport(Telling at) {
        int year = at.today().getYear() - 1;
        boolean late = at.chance().percent(3 + at.grade() * 12);
        int staff = at.subject().kind().equals("92")
                ? at.chance().between(1, 5)
                : at.chance().between(1, 120);
        int assets = at.chance().between(5, 4_000);
        int revenue = at.chance().between(1, 6_000);
        return List.of(
                year + 1 + (late ? "-07-" : "-05-") + at.chance().between(10, 28),
                year + (at.chance().percent(30) ? "年度" : ""),
                late ? "逾期已年报" : "已年报",
                staff + (at.chance().percent(10) ? "人" : ""),
                Integer.toString(staff * at.chance().between(20, 100) / 100),
                Integer.toString(assets),
                Integer.toString(assets * at.chance().between(5, 80 + 20 * at.grade()) / 100),
                Integer.toString(revenue),
                (at.chance().percent(15 + 20 * at.grade()) ? "-" : "") + revenue / 12 + ".5",
                Integer.toString(revenue / 30));
    }

    private static List<String> relation(Telling at) {
        Subject other = at.other();
        String share = at.chance().between(1, 99) + "%";
        int sort = at.chance().below(100);
        if (sort < 35) {
            return List.of(at.spelled(), "股东", other.legalPerson(), "", at.person(), share, "");
        }
        if (sort < 65) {
            return List.of(at.spelled(), "股东", other.name(), other.code(), "", share, "");
        }
        if (sort < 72) {
            return List.of(at.spelled(), "股东", other.name(), "", "", share, "");
        }
        if (sort < 76) {
            String county = at.subject().county().name();
            return List.of(
                    at.spelled(),
                    "分支机构",
                    county + at.subject().trade().word() + at.subject().number() + "第二分公司",
                    "",
                    "",
                    "",
                    "");
        }
        return List.of(
                at.spelled(),
                "主要人员",
                at.subject().legalPerson(),
                "",
                at.person(),
                "",
                at.chance().of(List.of("董事", "监事", "经理")));
    }

    /** The province's four letters and the nation's four words; now and then a label that no table knows. */
    private static List<String> pushedGrade(Telling at) {
        boolean province = at.index() == 0;
        int rank = Math.max(
                0,
                Math.min(3, at.grade() + (at.chance().percent(12) ? at.chance().between(-1, 1) : 0)));
        String label = at.chance().in10000(80)
                ? "未参评"
                : province
                        ? "ABCD".substring(rank, rank + 1)
                        : List.of("优", "良", "中", "差").get(rank);
        return List.of(
                Days.dashed(at.today().minusDays(30L + at.chance().below(60))),
                province ? "自治区企业信用风险分类" : "全国公共信用综合评价",
                label,
                Integer.toString(950 - rank * 180 - at.chance().below(100)),
                province ? "自治区市场监督管理局（演示）" : "国家公共信用信息中心（演示）");
    }
}
