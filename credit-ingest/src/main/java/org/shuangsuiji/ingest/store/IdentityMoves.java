package org.shuangsuiji.ingest.store;

import java.time.OffsetDateTime;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds identities that are another's, and takes what is known of an identity to the subject that it is now, or back. All of
 * it in the current transaction, as part of one delivery.
 */
@Component
class IdentityMoves {
    private final JdbcClient jdbc;

    IdentityMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the tables of one merge into which it notes new identities ({@code fresh}) and new names of them ({@code news}). */
    void prepare() {
        execute("create temp table fresh (enterprise_id bigint) on commit drop");
        execute("create temp table news (enterprise_id bigint, sort text, value text, shown text) on commit drop");
        execute("create temp table pair (from_id bigint, to_id bigint, sort text, shown text) on commit drop");
    }

    /**
     * Notes the links that follow from those, and follows the ones in force.
     *
     * @param scope of the sender
     */
    void link(long deliveryId, Scope scope, OffsetDateTime now) {
        if (pairs("fresh") + pairs("news") == 0) {
            return;
        }
        jdbc.sql(SqlFile.read("links-found.sql"))
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .update();
        int noted = jdbc.sql(SqlFile.read("links-noted.sql"))
                .param("delivery", deliveryId)
                .param("now", now)
                .update();
        if (noted > 0) {
            execute("create temp table about on commit drop as select from_id as subject_id from found where in_force");
            follow(deliveryId, now);
        }
    }

    /** Who by those new identities, or by those new names, may be whom. */
    private int pairs(String by) {
        boolean any = jdbc.sql("select exists (select from " + by + ")")
                .query(Boolean.class)
                .single();
        if (!any) {
            return 0;
        }
        execute("analyze " + by);
        return jdbc.sql(SqlFile.read("links-by-" + by + ".sql")).update();
    }

    /** Takes the identities named in the table {@code about}, and their own, to where the links in force say. */
    void follow(long deliveryId, OffsetDateTime now) {
        execute(SqlFile.read("identity-moves.sql"));
        keep("moved m on m.identity_id = e.id and e.known_from < :now", now);
        jdbc.sql("""
                        update ingest.enterprise e
                        set same_as = nullif(m.to_root, e.id), known_from = greatest(e.known_from, cast(:now as timestamptz))
                        from moved m where e.id = m.identity_id
                        """).param("now", now).update();
        execute(SqlFile.read("identity-records.sql"));
        execute(SqlFile.read("identity-outdone.sql"));
        jdbc.sql("""
                        update ingest.record r set known_to = greatest(r.known_from, cast(:now as timestamptz))
                        where r.id in (select id from moved_record union select id from outdone)
                        """).param("now", now).update();
        execute("""
                create temp table again on commit drop as
                select id as record_id, to_root as root, identity_id, key_hash
                from moved_record where id not in (select id from outdone)
                """);
        insertAgain(now);
        jdbc.sql(SqlFile.read("identity-touched.sql"))
                .param("delivery", deliveryId)
                .update();
    }

    /** Gives either side of a link that was withdrawn what was told of it since; the identities have been taken back. */
    void part(OffsetDateTime since, OffsetDateTime now) {
        jdbc.sql(SqlFile.read("identity-parted.sql")).param("since", since).update();
        jdbc.sql("""
                        update ingest.record r set known_to = greatest(r.known_from, cast(:now as timestamptz))
                        from parted p where p.first and r.id = p.holder
                        """).param("now", now).update();
        execute(SqlFile.read("identity-parted-again.sql"));
        insertAgain(now);
    }

    private void insertAgain(OffsetDateTime now) {
        jdbc.sql(SqlFile.read("identity-records-again.sql")).param("now", now).update();
        execute("drop table again");
    }

    /** Keeps what is known of those enterprises {@code e} as a former version. */
    void keep(String those, OffsetDateTime now) {
        jdbc.sql(SqlFile.read("enterprise-kept.sql", those)).param("now", now).update();
    }

    private void execute(String sql) {
        jdbc.sql(sql).update();
    }
}
