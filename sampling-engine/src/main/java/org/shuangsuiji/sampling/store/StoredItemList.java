package org.shuangsuiji.sampling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.sampling.Item;
import org.shuangsuiji.sampling.ItemList;
import org.shuangsuiji.sampling.ItemRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredItemList implements ItemList {
    /** Of the subtree; or a draft by which the entry would leave it. */
    private static final String OWN = """
            (i.department_path like :departments
             or i.code in (select p.code from sampling.read_item p
                           where p.state = 'PUBLISHED' and p.department_path like :departments))""";

    /** Or of a body above: a province keeps items for all its counties. */
    private static final String VISIBLE = "(" + OWN + " or :own like i.department_path || '%')";

    private final Aggregates aggregates;
    private final JdbcClient jdbc;

    StoredItemList(Aggregates aggregates, JdbcClient jdbc) {
        this.aggregates = aggregates;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Item> own(long id, Scope scope) {
        return aggregates.of(
                Item.class,
                jdbc.sql("select i.item_id from sampling.read_item i where i.item_id = :id and " + OWN)
                        .param("id", id)
                        .param("departments", scope.departmentsLike())
                        .query(Long.class)
                        .optional());
    }

    @Override
    public Optional<Item> visible(long id, Scope scope) {
        return aggregates.of(
                Item.class,
                jdbc.sql("select i.item_id from sampling.read_item i where i.item_id = :id and " + VISIBLE)
                        .param("id", id)
                        .param("departments", scope.departmentsLike())
                        .param("own", scope.departmentPath())
                        .query(Long.class)
                        .optional());
    }

    @Override
    public Optional<Item> published(String code) {
        return aggregates.of(
                Item.class,
                jdbc.sql("select id from sampling.item where code = :code and state = 'PUBLISHED' for update")
                        .param("code", code)
                        .query(Long.class)
                        .optional());
    }

    @Override
    public Optional<Item> inForce(long id, Scope scope) {
        return aggregates.of(
                Item.class,
                jdbc.sql("""
                        select i.item_id from sampling.read_item i
                        where i.code = (select code from sampling.item where id = :id) and i.state = 'PUBLISHED'
                          and\s""" + VISIBLE)
                        .param("id", id)
                        .param("departments", scope.departmentsLike())
                        .param("own", scope.departmentPath())
                        .query(Long.class)
                        .optional());
    }

    @Override
    public boolean knows(String code) {
        return jdbc.sql("select exists (select from sampling.item where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void lock(String code) {
        jdbc.sql("select id from sampling.item where code = :code order by id for update")
                .param("code", code)
                .query(Long.class)
                .list();
    }

    @Override
    public int lastRevision(String code) {
        return jdbc.sql("select max(revision) from sampling.item where code = :code")
                .param("code", code)
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean hasDraft(String code) {
        return jdbc.sql("select exists (select from sampling.item where code = :code and state = 'DRAFT')")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void save(Item item) {
        aggregates.save(item);
    }

    @Override
    public List<ItemRow> rows(Scope scope) {
        return jdbc.sql("""
                        select distinct on (i.code) i.* from sampling.read_item i
                        where %s order by i.code, i.state <> 'PUBLISHED', i.revision desc""".formatted(VISIBLE))
                .param("departments", scope.departmentsLike())
                .param("own", scope.departmentPath())
                .query(StoredItemList::row)
                .list();
    }

    @Override
    public List<ItemRow> revisions(long id, Scope scope) {
        return jdbc.sql("""
                        select i.* from sampling.read_item i
                        where i.code = (select code from sampling.item where id = :id) and %s
                        order by i.revision desc""".formatted(VISIBLE))
                .param("id", id)
                .param("departments", scope.departmentsLike())
                .param("own", scope.departmentPath())
                .query(StoredItemList::row)
                .list();
    }

    private static ItemRow row(ResultSet row, int number) throws SQLException {
        return new ItemRow(
                row.getLong("item_id"),
                row.getString("code"),
                row.getInt("revision"),
                row.getString("name"),
                Item.Category.valueOf(row.getString("category")),
                TextArrays.texts(row, "subject_kinds"),
                TextArrays.texts(row, "methods"),
                TextArrays.texts(row, "scopes"),
                Item.State.valueOf(row.getString("state")),
                Instants.nullable(row, "published_at"),
                row.getLong("department_id"),
                row.getString("department_name"));
    }
}
