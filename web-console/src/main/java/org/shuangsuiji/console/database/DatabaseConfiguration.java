package org.shuangsuiji.console.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Three ways into one database: the owner migrates, the console works as {@code shuangsuiji_app}, the public side
 * reads as {@code shuangsuiji_portal}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
@EnableJpaRepositories(
        basePackages = "org.shuangsuiji",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class DatabaseConfiguration {
    /** A console that waits longer for a connection had better say that the database is down. */
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(3);

    /** All legal days are days of this zone. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    Migration migration(Access access, DatabaseSettings settings) {
        return Migration.run(access, settings);
    }

    @Bean
    @Primary
    HikariDataSource dataSource(Migration migration, DatabaseSettings settings) {
        var pool = pool(migration, "shuangsuiji_app", migration.appPassword(), settings.poolSize());
        pool.setPoolName("console");
        return pool;
    }

    @Bean
    @Primary
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("portal")
    HikariDataSource portalDataSource(Migration migration, DatabaseSettings settings) {
        var pool = pool(migration, "shuangsuiji_portal", migration.portalPassword(), settings.portalPoolSize());
        pool.setPoolName("portal");
        pool.setReadOnly(true);
        pool.addDataSourceProperty(
                "options",
                "-c default_transaction_read_only=on -c statement_timeout="
                        + settings.portalTimeout().toMillis());
        return pool;
    }

    @Bean(defaultCandidate = false)
    @Qualifier("portal")
    JdbcClient portalJdbc(@Qualifier("portal") DataSource portalDataSource) {
        return JdbcClient.create(portalDataSource);
    }

    private static HikariDataSource pool(Migration migration, String role, String password, int size) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(migration.url());
        pool.setUsername(role);
        pool.setPassword(password);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(Math.min(size, 2));
        pool.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        pool.addDataSourceProperty("ApplicationName", role);
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }

    /** The database that comes with the application, in the data folder. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${spring.datasource.url:}' == ''")
    static class Embedded {

        @Bean
        DataFolder dataFolder(Environment settings) {
            return DataFolder.take(DataFolder.named(settings));
        }

        @Bean
        OfficeMark officeMark(DataFolder folder) {
            return new OfficeMark(folder.path());
        }

        @Bean
        EmbeddedServer embeddedServer(DataFolder folder) {
            return EmbeddedServer.start(folder).watched();
        }

        @Bean
        Access access(EmbeddedServer server) {
            return server.access();
        }
    }

    /** A PostgreSQL that somebody else runs; the given user owns the database. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${spring.datasource.url:}' != ''")
    static class Given {

        @Bean
        Access access(
                @Value("${spring.datasource.url}") String url,
                @Value("${spring.datasource.username}") String user,
                @Value("${spring.datasource.password}") String password) {
            return new Access(url, user, password);
        }
    }
}
