package org.shuangsuiji.console.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Tells a database that cannot be reached from a statement that failed. */
public final class DatabaseDown {
    /**
     * What the pool says of a connection that it has given up after the database was lost. The failure of the roll-back
     * upon it hides the one that told the loss, and has no SQLSTATE, as no server was there to give one.
     */
    private static final String GIVEN_UP = "Connection is closed";

    private DatabaseDown() {}

    /** Whether the database being out of reach is what lies behind this failure, or behind one that it hides. */
    public static boolean isBehind(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            if (seen.add(next)) {
                if (tells(next)) {
                    return true;
                }
                Stream.concat(
                                Stream.of(
                                        next.getCause(),
                                        next instanceof SQLException sql ? sql.getNextException() : null),
                                Arrays.stream(next.getSuppressed()))
                        .filter(Objects::nonNull)
                        .forEach(open::add);
            }
        }
        return false;
    }

    private static boolean tells(Throwable failure) {
        if (failure instanceof CannotGetJdbcConnectionException
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException) {
            return true;
        }
        if (!(failure instanceof SQLException sql)) {
            return false;
        }
        String state = sql.getSQLState();
        if (state == null) {
            return GIVEN_UP.equals(sql.getMessage());
        }
        // 08: connection lost; 57P: the server goes down or comes up; 53300: it has no connection left
        return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }
}
