package org.shuangsuiji.db;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL in a container, where a Docker engine answers. */
final class ContainerPostgres {
    private ContainerPostgres() {}

    static Optional<OfficeDatabase.Server> start() {
        boolean promised = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        if (!promised || !DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        var container = new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
                .withEnv("POSTGRES_INITDB_ARGS", "--locale=C.UTF-8 --encoding=UTF8")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=100");
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return Optional.of(new OfficeDatabase.Server(
                "jdbc:postgresql://%s:%d/".formatted(container.getHost(), container.getMappedPort(5432)),
                container.getUsername(),
                container.getPassword(),
                OfficeDatabase.TEMPLATE));
    }
}
