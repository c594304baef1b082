package org.shuangsuiji.console.demo.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.shuangsuiji.console.demo.DemoFigures;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts in the books of all modules; the demo's summary is no page, so it may look across them. */
@Repository
@Profile("demo")
class JdbcDemoFigures implements DemoFigures {
    private static final String SQL = read("demo-figures.sql");

    private final JdbcClient jdbc;

    JdbcDemoFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> lines() {
        return jdbc.sql(SQL)
                .query((row, number) -> new Line(row.getString("what"), row.getString("figure")))
                .list();
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(JdbcDemoFigures.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The query %s cannot be read".formatted(name), e);
        }
    }
}
