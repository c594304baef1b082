package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.model.RecordKind;

/** Files as untidy as a random draw makes them: sent twice in a row, each changes nothing the second time. */
class SentAgainDatabaseTests {
    private static final int SUBJECTS = 60;
    private static final int ROWS = 300;
    private static final String[] BODIES = {"霍林郭勒市市场监督管理局", "霍市监局", "市场监督管理局", "", "甲局"};
    private static final String[] BODY_CODES = {
        "", "11150581MB000001XX", "11150502MB000002XX", "11150581mb000001xx", "0"
    };
    private static final String[] DAYS = {"2026-06-01", "2026/6/1", "2026-06-02", "2025-06-01", "2026-05-31T16:00:00Z"};

    @RegisterExtension
    private static final IngestOffice office = new IngestOffice();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 4, 77})
    void permitsChangeNothingTheSecondTime(long seed) {
        var random = new Random(seed);
        String official =
                "XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_XKWS,XK_WSH,XK_XKLB,XK_XKZS,XK_XKBH,XK_NR,XK_JDRQ,XK_YXQZ,"
                        + "XK_YXQZI,XK_XKJG,XK_XKJGDM,XK_ZT\n";
        String plain = "企业名称,统一社会信用代码,行政许可决定文书号,许可编号,许可决定日期,有效期至,许可机关,许可内容,当前状态\n";
        changesNothingTheSecondTime(RecordKind.PERMIT, seed, official, () -> permit(random, true));
        changesNothingTheSecondTime(RecordKind.PERMIT, seed, plain, () -> permit(random, false));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 4, 77})
    void penaltiesChangeNothingTheSecondTime(long seed) {
        var random = new Random(seed);
        String official =
                "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_WFXW,CF_SY,CF_CFLB,CF_NR,CF_NR_FK,CF_NR_WFFF,CF_JDRQ,"
                        + "CF_YXQ,CF_GSJZQ,CF_CFJG,CF_CFJGDM\n";
        String plain = "企业名称,统一社会信用代码,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,处罚内容,罚款金额(元),信用修复日期\n";
        changesNothingTheSecondTime(RecordKind.PENALTY, seed, official, () -> penalty(random, true));
        changesNothingTheSecondTime(RecordKind.PENALTY, seed, plain, () -> penalty(random, false));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 4, 77})
    void listingsChangeNothingTheSecondTime(long seed) {
        var random = new Random(seed);
        String official = "ENTNAME,UNISCID,ABNTIME,SPECAUSE_CN,DECORG_CN,REMDATE,REMEXCPRES_CN\n";
        String plain = "企业名称,统一社会信用代码,列入日期,列入原因,列入决定机关,列入决定书文号,移出日期\n";
        changesNothingTheSecondTime(RecordKind.ABNORMAL, seed, official, () -> listing(random, true));
        changesNothingTheSecondTime(RecordKind.ABNORMAL, seed, plain, () -> listing(random, false));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 4, 77})
    void registrationsChangeNothingTheSecondTime(long seed) {
        var random = new Random(seed);
        String official = "UNISCID,REGNO,ENTNAME,ENTTYPE,LEREP,DOM,ESTDATE,REGCAP,OPSCOPE,REGORG,ENTSTATUS,REVDATE\n";
        String plain = "企业名称,统一社会信用代码,成立日期,住所,法定代表人,登记状态,行政区划,注册资本,行业,吊销日期\n";
        changesNothingTheSecondTime(RecordKind.REGISTRATION, seed, official, () -> registration(random, true));
        changesNothingTheSecondTime(RecordKind.REGISTRATION, seed, plain, () -> registration(random, false));
    }

    private static void changesNothingTheSecondTime(RecordKind kind, long seed, String header, Supplier<String> row) {
        String first = "";
        for (int file = 0; file < 3; file++) {
            var text = new StringBuilder(header);
            int rows = file == 0 ? ROWS / 3 : ROWS;
            for (int i = 0; i < rows; i++) {
                text.append(row.get());
            }
            first = file == 0 ? text.toString() : first;
            sendTwice(kind, seed, text.toString());
        }
        sendTwice(kind, seed, first);
    }

    private static void sendTwice(RecordKind kind, long seed, String text) {
        Delivery.Counts once = office.deliver(kind, text).counts();
        assertThat(once.added() + once.changed() + once.same() + once.faults())
                .as("seed %d: %s", seed, once)
                .isEqualTo(once.rows());
        Delivery.Counts twice = office.deliver(kind, text).counts();
        assertThat(twice.same() + twice.faults())
                .as("seed %d: %s sent again: %s", seed, kind, twice)
                .isEqualTo(twice.rows());
    }

    private static String any(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    private static String subject(Random random) {
        return Codes.right(1 + random.nextInt(SUBJECTS));
    }

    private static String permit(Random r, boolean official) {
        String number = any(r, "", "霍市监许〔2026〕1号", "准予〔2026〕2号", "33", "JY1");
        String licence = any(r, "", "JY1", "JY2", "霍市监许〔2026〕1号");
        String content = any(r, "食品经营", "药品", "");
        String state = any(r, "1", "2", "", "无效", "怪");
        if (official) {
            return String.join(
                            ",",
                            "x",
                            "法人及非法人组织",
                            subject(r),
                            any(r, "", "决定书"),
                            number,
                            any(r, "普通", "登记", ""),
                            any(r, "", "证"),
                            licence,
                            content,
                            any(r, DAYS),
                            any(r, "", "2026/06/01"),
                            any(r, "", "2099/12/31", "2027/06/01", "长期"),
                            any(r, BODIES),
                            any(r, BODY_CODES),
                            state)
                    + "\n";
        }
        return String.join(
                        ",",
                        "x",
                        subject(r),
                        number,
                        licence,
                        any(r, DAYS),
                        any(r, "", "长期", "2027-06-01"),
                        any(r, BODIES),
                        content,
                        state)
                + "\n";
    }

    private static String penalty(Random r, boolean official) {
        String number = any(r, "33", "霍市监罚〔2026〕1号", "霍市监罚[2026]1号", "简易〔2026〕1号", "", "第5号", "无文号");
        String category = any(r, "罚款", "警告", "罚款、警告", "怪", "", "010103", "2");
        String content = any(r, "处罚款1万元", "警告", "", "罚款。");
        if (official) {
            return String.join(
                            ",",
                            "x",
                            "法人及非法人组织",
                            subject(r),
                            number,
                            "行为",
                            any(r, "事实", "事实甲"),
                            category,
                            content,
                            any(r, "1", "0", "", "0.5"),
                            any(r, "", "0.2"),
                            any(r, DAYS),
                            any(r, "", "2027/06/01", "2099/12/31"),
                            any(r, "", "2026/09/01", "x"),
                            any(r, BODIES),
                            any(r, BODY_CODES))
                    + "\n";
        }
        return String.join(
                        ",",
                        "x",
                        subject(r),
                        number,
                        category,
                        any(r, DAYS),
                        any(r, BODIES),
                        content,
                        any(r, "10000", "0", ""),
                        any(r, "", "2026-08-01"))
                + "\n";
    }

    private static String listing(Random r, boolean official) {
        String reason = any(r, "1", "4", "通过登记的住所或经营场所无法联系", "公示信息隐瞒真实情况", "怪原因", "怪原因。", "怪原因，详见", "", "生产假药。情节");
        if (official) {
            return String.join(
                            ",",
                            "x",
                            subject(r),
                            any(r, DAYS),
                            reason,
                            any(r, BODIES),
                            any(r, "", "2026/08/01", "2025/01/01"),
                            "")
                    + "\n";
        }
        return String.join(
                        ",",
                        "x",
                        subject(r),
                        any(r, DAYS),
                        reason,
                        any(r, BODIES),
                        any(r, "33", "霍市监列〔2026〕1号", "列入〔2026〕1号", "", "第5号"),
                        any(r, "", "2026-08-01", "y"))
                + "\n";
    }

    private static String registration(Random r, boolean official) {
        String name = any(r, "甲公司", "乙公司", "丙\ue000公司", "");
        String address = any(r, "路1号", "路\u200b1号", "");
        String status = any(r, "存续", "注销", "吊销", "怪", "");
        String capital = any(r, "100", "100万元", "", "x");
        String established = any(r, "2016-03-31", "2016/4/1", "x", "2099-01-01", "");
        String revoked = any(r, "2023-02-02", "y", "");
        String scope = any(r, "餐饮", "餐\ue000", "");
        if (official) {
            return String.join(
                            ",",
                            subject(r),
                            any(r, "", "150581000012345"),
                            name,
                            any(r, "1100", "", "有限责任公司"),
                            any(r, "张三", ""),
                            address,
                            established,
                            capital,
                            scope,
                            any(r, BODIES),
                            status,
                            revoked)
                    + "\n";
        }
        return String.join(
                        ",",
                        name,
                        subject(r),
                        established,
                        address,
                        any(r, "张三", ""),
                        status,
                        any(r, "150581", "霍林郭勒市", "怪", ""),
                        capital,
                        any(r, "5211", "零售业", "怪", ""),
                        revoked)
                + "\n";
    }
}
