package org.shuangsuiji.console.database;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where a database is and how its owner enters it; the owner migrates and then stays away. */
record Access(String url, String owner, String ownerPassword) {

    DataSource asOwner() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(owner);
        source.setPassword(ownerPassword);
        source.setApplicationName("shuangsuiji-owner");
        return source;
    }

    @Override
    public String toString() {
        return "Access[url=%s, owner=%s]".formatted(url, owner);
    }
}
