package org.shuangsuiji.ingest.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The kinds of administrative penalty (行政处罚法 (2021) art. 9), with the codes of the court list of causes and the
 * gravity that the credit rules draw from each.
 */
public enum PenaltyCategory {
    WARNING("010101", Severity.MINOR, "警告"),
    CRITICISM("010102", Severity.MINOR, "通报批评"),
    FINE("010103", Severity.GENERAL, "罚款"),
    CONFISCATION_OF_GAINS("010104", Severity.GENERAL, "没收违法所得"),
    CONFISCATION_OF_GOODS("010105", Severity.GENERAL, "没收非法财物"),
    LICENCE_SUSPENDED("010106", Severity.SERIOUS, "暂扣许可证件"),
    LICENCE_REVOKED("010107", Severity.SERIOUS, "吊销许可证件"),
    QUALIFICATION_LOWERED("010108", Severity.SERIOUS, "降低资质等级"),
    CLOSURE_ORDERED("010109", Severity.SERIOUS, "责令关闭"),
    SUSPENSION_ORDERED("010110", Severity.SERIOUS, "责令停产停业"),
    BUSINESS_RESTRICTED("010111", Severity.SERIOUS, "限制开展生产经营活动"),
    PROFESSION_RESTRICTED("010112", Severity.SERIOUS, "限制从业"),
    DETENTION("010113", Severity.SERIOUS, "行政拘留");

    /** Words met in files, longest first where one is part of another; the former one-digit codes stand with them. */
    private static final List<Map.Entry<String, PenaltyCategory>> WORDS = List.of(
            Map.entry("责令停产停业", SUSPENSION_ORDERED),
            Map.entry("停产停业", SUSPENSION_ORDERED),
            Map.entry("责令关闭", CLOSURE_ORDERED),
            Map.entry("关闭", CLOSURE_ORDERED),
            Map.entry("限制开展生产经营活动", BUSINESS_RESTRICTED),
            Map.entry("限制生产经营", BUSINESS_RESTRICTED),
            Map.entry("限制从业", PROFESSION_RESTRICTED),
            Map.entry("禁止从业", PROFESSION_RESTRICTED),
            Map.entry("降低资质等级", QUALIFICATION_LOWERED),
            Map.entry("暂扣或者吊销", LICENCE_REVOKED),
            Map.entry("暂扣或吊销", LICENCE_REVOKED),
            Map.entry("暂扣、吊销", LICENCE_REVOKED),
            Map.entry("暂扣", LICENCE_SUSPENDED),
            Map.entry("吊销", LICENCE_REVOKED),
            Map.entry("没收非法财物", CONFISCATION_OF_GOODS),
            Map.entry("非法财物", CONFISCATION_OF_GOODS),
            Map.entry("没收违法所得", CONFISCATION_OF_GAINS),
            Map.entry("违法所得", CONFISCATION_OF_GAINS),
            Map.entry("没收", CONFISCATION_OF_GAINS),
            Map.entry("罚款", FINE),
            Map.entry("通报批评", CRITICISM),
            Map.entry("警告", WARNING),
            Map.entry("拘留", DETENTION));

    private static final Pattern DIVIDERS = Pattern.compile("[;；、,，|/／\\s]+");

    /** What the decision does not impose: 免予罚款 is no fine. */
    private static final Pattern SPARED =
            Pattern.compile("(?:免予|免于|免除|不予)(?:行政)?(?:处罚|罚款|处以罚款|警告|没收违法所得|没收非法财物|没收|拘留)");

    private static final Map<String, PenaltyCategory> FORMER_CODES = Map.of(
            "1", WARNING,
            "2", FINE,
            "3", CONFISCATION_OF_GAINS,
            "4", SUSPENSION_ORDERED,
            "5", LICENCE_REVOKED,
            "6", DETENTION);

    private final String code;
    private final Severity severity;
    private final String word;

    PenaltyCategory(String code, Severity severity, String word) {
        this.code = code;
        this.severity = severity;
        this.word = word;
    }

    public String code() {
        return code;
    }

    /** The law's word, the same in every language of the pages. */
    public String word() {
        return word;
    }

    public Severity severity() {
        return severity;
    }

    /** All categories named in a field that may hold several, in the order of the law; empty when none is known. */
    static List<PenaltyCategory> read(String text) {
        var found = java.util.EnumSet.noneOf(PenaltyCategory.class);
        String rest = SPARED.matcher(text).replaceAll(" ");
        for (var entry : WORDS) {
            if (rest.contains(entry.getKey())) {
                found.add(entry.getValue());
                rest = rest.replace(entry.getKey(), " ");
            }
        }
        for (String part : DIVIDERS.split(text, -1)) {
            for (PenaltyCategory category : values()) {
                if (category.code.equals(part)) {
                    found.add(category);
                }
            }
            PenaltyCategory former = FORMER_CODES.get(part);
            if (former != null) {
                found.add(former);
            }
        }
        return new ArrayList<>(found);
    }
}
