package org.shuangsuiji.console.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shuangsuiji.console.Shuangsuiji;
import org.shuangsuiji.db.OfficeDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A demo asked for by name on the database of an office. */
@ExtendWith(OutputCaptureExtension.class)
class DemoOnOfficeDatabaseTests {

    @Test
    void doesNotBeginAndSaysWhatWasFoundAndWhatToDo(@TempDir Path folder, CapturedOutput output) {
        try (OfficeDatabase database = OfficeDatabase.create()) {
            JdbcClient owner = JdbcClient.create(database.owner());
            owner.sql("""
                    with root as (
                        insert into office.department (path, code, name, short_name, level, function, region)
                        values ('/1/', 'ROOT', '霍林郭勒市市场监督管理局', '霍林郭勒市市场监督管理局', 'COUNTY', '市场监管', '150581')
                        returning id)
                    insert into office.person (account, name, department_id, password_hash, created_at)
                    select 'admin', 'admin', id, 'of the office', now() from root
                    """).update();
            assertThatThrownBy(() -> SpringApplication.run(
                            Shuangsuiji.class,
                            "--shuangsuiji.demo=true",
                            "--shuangsuiji.demo.enterprises=20",
                            "--shuangsuiji.demo.password=short",
                            "--server.port=0",
                            "--shuangsuiji.data=" + folder,
                            "--spring.datasource.url=" + database.url(),
                            "--spring.datasource.username=" + database.user(),
                            "--spring.datasource.password=" + database.password(),
                            "--shuangsuiji.database.app-password=app-of-the-tests",
                            "--shuangsuiji.database.portal-password=portal-of-the-tests"))
                    .isInstanceOf(OfficeHere.class);
            assertThat(owner.sql("select account || ' ' || password_hash from office.person")
                            .query(String.class)
                            .list())
                    .containsExactly("admin of the office");
            assertThat(owner.sql("select count(*) from office.department")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
        assertThat(output)
                .contains("数据库中已有一个单位的用户", "--shuangsuiji.demo=false", "--shuangsuiji.data=另一目录")
                .contains("The database holds the people of an office", "--shuangsuiji.data=DIR");
    }
}
