package org.shuangsuiji.risk.store;

import java.util.List;
import java.util.Optional;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.risk.GradeScheme;
import org.shuangsuiji.risk.Schemes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSchemes implements Schemes {
    private final JdbcClient jdbc;

    JdbcSchemes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<GradeScheme> list() {
        return jdbc.sql(
                        "select code, name_zh, name_en, basis from risk.grade_scheme order by code = 'national' desc, code")
                .query((row, i) -> new GradeScheme(
                        row.getString("code"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getString("basis"),
                        levels(row.getString("code"))))
                .list();
    }

    @Override
    public Optional<GradeScheme> find(String code) {
        return list().stream().filter(scheme -> scheme.code().equals(code)).findFirst();
    }

    private List<GradeScheme.Level> levels(String scheme) {
        String sql = """
                select rank, letter, label_zh, label_en, shape, tone
                from risk.grade_level where scheme_code = :scheme order by rank
                """;
        return jdbc.sql(sql)
                .param("scheme", scheme)
                .query((row, i) -> new GradeScheme.Level(
                        Rank.of(row.getInt("rank")),
                        row.getString("letter"),
                        row.getString("label_zh"),
                        row.getString("label_en"),
                        GradeScheme.Shape.valueOf(row.getString("shape")),
                        GradeScheme.Tone.valueOf(row.getString("tone"))))
                .list();
    }
}
