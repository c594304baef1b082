package org.shuangsuiji.publication.notice;

import java.util.List;

/**
 * What a visit found as a whole, derived from its items: the problems of any item; without one, 未发现问题 as soon as
 * an item says so; else what the items say.
 */
public record OverallResult(List<Category> categories) {

    public OverallResult {
        categories = List.copyOf(categories);
    }

    public static OverallResult of(List<Finding> findings, CategorySet set) {
        List<Category> all = set.pick(findings.stream()
                .flatMap(finding -> finding.categories().stream())
                .toList());
        List<Category> problems = all.stream().filter(Category::problem).toList();
        if (!problems.isEmpty()) {
            return new OverallResult(problems);
        }
        List<Category> clean = all.stream().filter(Category::exclusive).toList();
        return new OverallResult(clean.isEmpty() ? all : clean);
    }

    public boolean problem() {
        return categories.stream().anyMatch(Category::problem);
    }

    public List<String> codes() {
        return categories.stream().map(Category::code).toList();
    }

    public String text() {
        return String.join("、", categories.stream().map(Category::zh).toList());
    }
}
