package org.shuangsuiji.console;

import org.shuangsuiji.db.OfficeDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Leads an application of the tests to its database. */
public final class DatabaseOfTests {
    private DatabaseOfTests() {}

    public static void register(DynamicPropertyRegistry registry, OfficeDatabase database) {
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", database::user);
        registry.add("spring.datasource.password", database::password);
        registry.add("shuangsuiji.database.app-password", () -> "app-of-the-tests");
        registry.add("shuangsuiji.database.portal-password", () -> "portal-of-the-tests");
    }
}
