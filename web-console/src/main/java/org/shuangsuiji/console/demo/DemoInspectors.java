package org.shuangsuiji.console.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shuangsuiji.sampling.InspectorTerms;

/** The directory of inspectors of the demo: two dozen of the market supervision, some of the construction bureau. */
final class DemoInspectors {
    /** What some are qualified for; who leads a visit needs the field of the item. */
    static final String FOOD = "食品经营";

    static final String ADVERTISING = "广告";
    static final String PUBLIC_INFORMATION = "公示信息";
    static final String BUILDING = "建筑市场";

    private static final List<String> NAMES = List.of(
            "高砚", "林汀", "何嘉木", "马云舟", "徐知远", "朱明朗", "胡青野", "郭予安", "梁序言", "宋南乔", "韩叶舟", "唐鹿鸣", "冯朝晖", "邓楚江", "曹陌尘",
            "彭照野", "曾和光", "萧渡川", "田言蹊", "董知秋", "潘羲和", "袁鸣谦", "蔡云帆", "余序秋");
    private static final List<String> BUILDERS = List.of("罗砚舟", "叶予川", "程知夏", "汪照亭");

    private DemoInspectors() {}

    /** Those of the market supervision; the first two are the accounts {@code inspector} and {@code inspector2}. */
    static List<InspectorTerms> market(long departmentId, LocalDate day) {
        List<InspectorTerms> terms = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            List<String> scopes = new ArrayList<>(List.of(PUBLIC_INFORMATION));
            if (i % 3 != 2) {
                scopes.add(FOOD);
            }
            if (i % 4 == 1) {
                scopes.add(ADVERTISING);
            }
            terms.add(entry("SJ%03d".formatted(i + 1), NAMES.get(i), departmentId, day, scopes));
        }
        return terms;
    }

    static List<InspectorTerms> construction(long departmentId, LocalDate day) {
        List<InspectorTerms> terms = new ArrayList<>();
        for (int i = 0; i < BUILDERS.size(); i++) {
            terms.add(entry("ZJ%03d".formatted(i + 1), BUILDERS.get(i), departmentId, day, List.of(BUILDING)));
        }
        return terms;
    }

    private static InspectorTerms entry(
            String staffNo, String name, long departmentId, LocalDate day, List<String> scopes) {
        return new InspectorTerms(
                staffNo, name, departmentId, "150581" + staffNo, day.plusYears(3), scopes, List.of("*"), true);
    }
}
