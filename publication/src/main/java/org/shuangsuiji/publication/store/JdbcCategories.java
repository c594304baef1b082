package org.shuangsuiji.publication.store;

import java.time.LocalDate;
import org.shuangsuiji.publication.Categories;
import org.shuangsuiji.publication.notice.Category;
import org.shuangsuiji.publication.notice.CategorySet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCategories implements Categories {
    private final JdbcClient jdbc;

    JdbcCategories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public CategorySet on(LocalDate day) {
        // an inspection of before the first set is refused as too early by its campaign; the first set names it
        return set(jdbc.sql("""
                        select set_code from publication.category_set
                        order by since <= :day desc, case when since <= :day then since end desc, since
                        limit 1
                        """).param("day", day).query(String.class).single());
    }

    @Override
    public CategorySet set(String setCode) {
        String name = jdbc.sql("select name from publication.category_set where set_code = :set")
                .param("set", setCode)
                .query(String.class)
                .single();
        var categories = jdbc.sql("""
                        select code, zh, en, is_problem, exclusive, publishable, follow_up
                        from publication.result_category where set_code = :set order by ordinal
                        """)
                .param("set", setCode)
                .query((row, i) -> new Category(
                        row.getString("code"),
                        row.getString("zh"),
                        row.getString("en"),
                        row.getBoolean("is_problem"),
                        row.getBoolean("exclusive"),
                        row.getBoolean("publishable"),
                        row.getString("follow_up")))
                .list();
        return new CategorySet(setCode, name, categories);
    }
}
