package org.shuangsuiji.ingest.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of one kind of record: under each, the official name and code (双公示 XK_ and CF_, GSXT) and the plain
 * Chinese headers of everyday files.
 */
final class ColumnSet {
    /** Columns with numbers of persons: never read, and the delivery says so. */
    private static final Set<String> PERSONAL = foldAll(
            "投诉人",
            "投诉人姓名",
            "投诉人地址",
            "举报人",
            "举报人姓名",
            "联系人",
            "身份证号/组织机构代码",
            "TEL",
            "MOBTEL",
            "微信",
            "公民身份号码",
            "证件号码",
            "证件号",
            "法定代表人证件号码",
            "法定代表人证件号",
            "法人证件号码",
            "自然人证件号码",
            "CERNO",
            "CF_FR_SFZH",
            "CF_FR_ZJHM",
            "CF_XDR_ZJHM",
            "CF_XDR_SFZ",
            "XK_FR_ZJHM",
            "XK_FR_SFZH",
            "XK_XDR_ZJHM",
            "XK_XDR_SFZ");

    /** How headers of such columns end, whosever number it is: 经办人手机, 收货人联系电话. */
    private static final List<String> PERSONAL_ENDS =
            List.of("电话", "电话号码", "手机", "手机号", "手机号码", "联系方式", "身份证", "身份证号", "身份证号码", "微信号");

    /** Columns of the official layouts that nothing here is made of; the delivery says that they were left out. */
    private static final Set<String> NOT_KEPT = foldAll(
            "序号",
            "备注",
            "BZ",
            "PRIPID",
            "组织机构代码",
            "纳税人识别号",
            "出质人",
            "质权人",
            "法定代表人",
            "XK_FRDB",
            "CF_FRDB",
            "CF_FR",
            "LEREP",
            "XK_FR_ZJLX",
            "CF_FR_ZJLX",
            "XK_XDR_ZJLX",
            "CF_XDR_ZJLX",
            "证件类型",
            "法定代表人证件类型",
            "法人证件类型",
            "自然人证件类型",
            "行政相对人代码_3",
            "行政相对人代码_4",
            "行政相对人代码_5",
            "行政相对人代码_6",
            "行政相对人代码_3(组织机构代码)",
            "行政相对人代码_4(税务登记号)",
            "行政相对人代码_5(事业单位证书号)",
            "行政相对人代码_6(社会组织登记证号)",
            "XK_XDR_ZZJG",
            "XK_XDR_SWDJ",
            "XK_XDR_SYDW",
            "XK_XDR_SHZZ",
            "CF_XDR_ZZJG",
            "CF_XDR_ZDM",
            "CF_XDR_SWDJ",
            "CF_XDR_SYDW",
            "CF_XDR_SHZZ",
            "XK_LYDW",
            "XK_LYDWDM",
            "CF_SJLY",
            "CF_SJLYDM",
            "数据来源单位",
            "数据来源单位代码",
            "数据来源单位统一社会信用代码",
            "CF_YJ",
            "处罚依据",
            "PENBASIS_CN",
            "CF_NR_ZKDX",
            "暂扣或吊销证照名称及编号",
            "CF_CFMC",
            "DFBM",
            "SJC",
            "PUBLICDATE",
            "移出决定机关",
            "作出决定机关(移出)",
            "REDECORG_CN");

    private final List<Column> columns = new ArrayList<>();

    Column needed(String name, String... others) {
        return add(true, name, List.of(), others);
    }

    Column known(String name, String... others) {
        return add(false, name, List.of(), others);
    }

    /** A column that also answers to a header which another column of the same kind may claim. */
    Column ambiguous(boolean needed, String ambiguousHeader, String name, String... others) {
        return add(needed, name, List.of(fold(ambiguousHeader)), others);
    }

    List<Column> all() {
        return List.copyOf(columns);
    }

    /** The column of this name, or of one of the headers that mean it and no other. */
    Optional<Column> named(String name) {
        String folded = fold(name);
        return columns.stream()
                .filter(column -> fold(column.name()).equals(folded))
                .findFirst()
                .or(() -> columns.stream()
                        .filter(column -> column.names().contains(folded))
                        .findFirst());
    }

    static boolean isPersonal(String foldedHeader) {
        return PERSONAL.contains(foldedHeader) || PERSONAL_ENDS.stream().anyMatch(foldedHeader::endsWith);
    }

    static boolean isNotKept(String foldedHeader) {
        return NOT_KEPT.contains(foldedHeader) || SentBack.isOurs(foldedHeader);
    }

    /** A header as it is compared: NFKC, capitals, without spaces, stars and quotes. */
    static String fold(String header) {
        String folded = Normalizer.normalize(header, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        var kept = new StringBuilder(folded.length());
        folded.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c))
                .filter(c -> c != '*' && c != '"' && c != '\'' && c != '\ufeff')
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private Column add(boolean needed, String name, List<String> ambiguous, String... others) {
        Set<String> names = new HashSet<>(foldAll(others));
        names.add(fold(name));
        var column = new Column(columns.size(), name, Set.copyOf(names), ambiguous, needed);
        columns.add(column);
        return column;
    }

    private static Set<String> foldAll(String... headers) {
        Set<String> folded = new HashSet<>();
        Arrays.stream(headers).map(ColumnSet::fold).forEach(folded::add);
        return Set.copyOf(folded);
    }
}
