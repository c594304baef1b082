package org.shuangsuiji.publication.notice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** One version of the dictionary of result categories, in the order of lists. */
public record CategorySet(String code, String name, List<Category> categories) {

    public CategorySet {
        categories = List.copyOf(categories);
        if (categories.stream().map(Category::code).distinct().count() != categories.size()) {
            throw new IllegalArgumentException("Set '%s' names a category twice".formatted(code));
        }
    }

    public Optional<Category> find(String categoryCode) {
        return categories.stream()
                .filter(category -> category.code().equals(categoryCode))
                .findFirst();
    }

    /** The categories with these codes, in the order of the set; unknown codes are left out. */
    public List<Category> pick(Collection<String> codes) {
        return categories.stream()
                .filter(category -> codes.contains(category.code()))
                .toList();
    }

    /** What "nothing found anywhere" means in this set (全部未发现问题). */
    public Optional<Category> clean() {
        return categories.stream().filter(Category::exclusive).findFirst();
    }
}
