package org.shuangsuiji.console.items;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.Required;
import org.shuangsuiji.sampling.Item;
import org.shuangsuiji.sampling.ItemTerms;
import org.shuangsuiji.sampling.SubjectKind;

/** What a planner types about an item. */
record ItemForm(
        @Required @Nullable String code,

        @Required @Nullable Long departmentId,

        @Required @Nullable String name,

        @Required Item.@Nullable Category category,

        @Required @Nullable String basis,

        @Required @Nullable Set<SubjectKind> subjectKinds,

        @Required @Nullable Set<Item.Method> methods,

        @Nullable String content,

        @Nullable String scopes,

        int lockVersion) {

    static ItemForm of(Item item, Words words, Locale locale) {
        ItemTerms terms = item.terms();
        return new ItemForm(
                terms.code(),
                terms.departmentId(),
                terms.name(),
                terms.category(),
                terms.basis(),
                new TreeSet<>(terms.subjectKinds()),
                new TreeSet<>(terms.methods()),
                terms.content(),
                words.join(terms.scopes(), locale),
                item.lockVersion());
    }

    ItemTerms terms() {
        return new ItemTerms(
                Words.stripped(code),
                requireNonNull(departmentId),
                Words.stripped(name),
                requireNonNull(category),
                Words.stripped(basis),
                requireNonNull(subjectKinds),
                requireNonNull(methods),
                Words.stripped(content),
                Words.split(scopes));
    }
}
