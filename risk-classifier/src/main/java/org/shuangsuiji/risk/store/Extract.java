package org.shuangsuiji.risk.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.shuangsuiji.risk.scoring.Days;
import org.shuangsuiji.risk.scoring.ExtractionPlan;
import org.shuangsuiji.risk.scoring.Features;
import org.shuangsuiji.risk.scoring.Relations;

/** Fills columns from one connection. */
final class Extract {
    private final ExtractionPlan plan;
    private final FeedSql sql;

    Extract(ExtractionPlan plan) {
        this.plan = plan;
        this.sql = new FeedSql(plan);
    }

    /**
     * Reads enterprises and their records.
     *
     * @param whichEnterprises a condition on {@code e}
     * @param whichRecords a condition on {@code r} that takes at least the records of those enterprises
     */
    Features features(
            Connection connection, String whichEnterprises, String whichRecords, int expected, Relations relations)
            throws SQLException {
        Features features = new Features(plan, expected);
        try (CopyRows rows = new CopyRows(connection, sql.enterprises(whichEnterprises))) {
            while (rows.next()) {
                features.enterprise(
                        rows.longOr(0),
                        rows.longOr(0),
                        rows.longOr(0),
                        rows.dayOr(Days.UNKNOWN),
                        rows.longOr(Features.MISSING),
                        rows.longOr(Relations.NO_KEY),
                        rows.longOr(Relations.NO_KEY));
            }
        }
        if (!plan.kinds().isEmpty()) {
            try (CopyRows rows = new CopyRows(connection, sql.records(whichRecords))) {
                while (rows.next()) {
                    features.record(
                            rows.longOr(0),
                            rows.shortOr((short) 0),
                            rows.dayOr(Days.NEVER),
                            rows.dayOrNever(),
                            rows.shortOr((short) 0),
                            rows.longOr(0),
                            rows.intOr(0));
                }
            }
        }
        return features.close(relations);
    }

    /** Counts who shares an address or a name, among the enterprises of a condition on {@code e}. */
    void living(Connection connection, String which, Relations relations) throws SQLException {
        try (CopyRows rows = new CopyRows(connection, sql.living(which))) {
            while (rows.next()) {
                relations.living(rows.longOr(0), rows.longOr(Relations.NO_KEY), rows.longOr(Relations.NO_KEY));
            }
        }
    }

    /**
     * Reads the relations that sources told.
     *
     * @param which a condition on {@code v}
     */
    void edges(Connection connection, String which, Relations relations) throws SQLException {
        if (plan.steps() == 0) {
            return;
        }
        try (CopyRows rows = new CopyRows(connection, FeedSql.edges(which))) {
            while (rows.next()) {
                relations.edge(rows.longOr(0), rows.longOr(0), rows.dayOr(Days.NEVER), rows.dayOrNever());
            }
        }
    }

    /** Reads the records that matter to related enterprises, of the enterprises of a condition on {@code e}. */
    void relatedRecords(Connection connection, String which, Relations relations) throws SQLException {
        if (plan.relatedKinds().isEmpty()) {
            return;
        }
        try (CopyRows rows = new CopyRows(connection, sql.relatedRecords(which))) {
            while (rows.next()) {
                long addressKey = rows.longOr(Relations.NO_KEY);
                long legalPersonKey = rows.longOr(Relations.NO_KEY);
                long enterpriseId = rows.longOr(0);
                int kind = rows.shortOr((short) 0);
                int eventDay = rows.dayOr(Days.NEVER);
                int untilDay = rows.dayOrNever();
                int severity = rows.shortOr((short) 0);
                rows.longOr(0); // an amount moves nobody else
                relations.record(
                        enterpriseId, addressKey, legalPersonKey, kind, eventDay, untilDay, severity, rows.intOr(0));
            }
        }
    }
}
