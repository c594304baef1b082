package org.shuangsuiji.console.database;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The database as a command line finds it: the given one, the one of a console that runs now, or the embedded one,
 * started for as long as the command works.
 */
public final class CommandDatabase implements AutoCloseable {
    private final DataSource source;
    private final @Nullable DataFolder folder;
    private final @Nullable EmbeddedServer server;

    private CommandDatabase(Access access, @Nullable DataFolder folder, @Nullable EmbeddedServer server) {
        this.source = access.asOwner();
        this.folder = folder;
        this.server = server;
    }

    public static CommandDatabase open(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        if (!url.isEmpty()) {
            return new CommandDatabase(
                    new Access(
                            url,
                            environment.getRequiredProperty("spring.datasource.username"),
                            environment.getRequiredProperty("spring.datasource.password")),
                    null,
                    null);
        }
        Path path = DataFolder.named(environment);
        if (!Files.exists(path.resolve("postgres"))) {
            throw new NoDatabaseHere(path);
        }
        DataFolder folder;
        try {
            folder = DataFolder.take(path);
        } catch (DataFolderInUse e) {
            return new CommandDatabase(EmbeddedServer.ofRunningInstance(path), null, null);
        }
        EmbeddedServer server = EmbeddedServer.start(folder);
        return new CommandDatabase(server.access(), folder, server);
    }

    public DataSource dataSource() {
        return source;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (folder != null) {
            folder.close();
        }
    }
}
